import { describe, expect, it } from '@jest/globals';
import { readPlaybook } from './read-playbook';

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]`;
const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const stairs = lines(600, (n) => `${' '.repeat(n)}a:`);

describe('a hostile file', () => {
  it.each<[string, string, string]>([
    ['an alias bomb', bomb, 'yaml.anchor'],
    ['an alias', 'a: [*b]', 'yaml.alias'],
    ['a merge key', 'a: { <<: { id: x } }', 'field.missing'],
    ['a tag', 'id: !!binary aGk=', 'yaml.tag'],
    ['a custom tag', 'id: !exec rm', 'yaml.invalid'],
    ['a tag on a list', 'id: !!set {a, b}', 'yaml.tag'],
    ['a directive', '%YAML 1.1\n---\nid: x', 'yaml.directive'],
    ['two documents', 'id: a\n---\nid: b', 'yaml.invalid'],
    ['a key that is a list', '? [a, b]\n: c', 'yaml.invalid'],
    ['10 MB', 'a'.repeat(10_000_000), 'file.too_large'],
    ['10 MB of Chinese', '字'.repeat(3_500_000), 'file.too_large'],
    ['256 kB counted in bytes', `id: ${'字'.repeat(100_000)}`, 'file.too_large'],
    ['10,000 open brackets', `a: ${'['.repeat(10_000)}`, 'file.too_deep'],
    ['10,000 brackets on as many lines', `a:\n${lines(9_999, () => ' [')}`, 'file.too_deep'],
    ['10,000 dashes', `${'- '.repeat(10_000)}a`, 'file.too_deep'],
    ['10,000 question marks', `${'? '.repeat(10_000)}a`, 'file.too_deep'],
    ['a stair of 600 keys', stairs, 'file.too_deep'],
    ['100,000 lines', lines(100_000, () => 'a'), 'file.too_long'],
    ['9,000 fields', lines(9_000, (n) => `k${n}: 1`), 'file.too_much'],
    ['9,000 times the same field', lines(9_000, () => 'k: 1'), 'file.too_much'],
    [
      '30,000 fields on one line',
      `{ ${Array.from({ length: 30_000 }, (_, n) => `k${n}: 1`).join(',')} }`,
      'file.too_large',
    ],
    [
      '10,000 fields on one line',
      `{ ${Array.from({ length: 10_000 }, (_, n) => `k${n}: 1`).join(',')} }`,
      'file.too_much',
    ],
    ['70,000 commas', `[${','.repeat(70_000)}]`, 'yaml.invalid'],
    ['80,000 commas', `[${','.repeat(80_000)}]`, 'file.too_much'],
    ['250 kB of spaces', ' '.repeat(250_000), 'value.type'],
    ['250 kB of quotes', '"'.repeat(250_000), 'file.too_much'],
    ['250 kB of colons', ': '.repeat(125_000), 'file.too_much'],
    ['250 kB of comment signs', '#'.repeat(250_000), 'value.type'],
    ['250 kB of tabs', '\t'.repeat(250_000), 'value.type'],
    ['NUL', 'id: a\0', 'field.missing'],
    ['broken surrogates', 'id: \ud83d', 'field.missing'],
  ])('is refused: %s', (_, source, code) => {
    const result = readPlaybook(source, 'hostile.yaml');
    expect('problems' in result && result.problems.map((problem) => problem.code)).toContain(code);
  });

  it('never reports more than a person can read', () => {
    const result = readPlaybook(
      lines(490, () => 'k: 1'),
      'hostile.yaml',
    );
    expect('problems' in result && result.problems.length).toBe(200);
  });
});
