/** Texts meant to hurt whoever reads them: what it is, the file, a code among those it is refused with. */

const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]`;
const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const stairs = lines(600, (n) => `${' '.repeat(n)}a:`);

/** A file of the right shape with so much in it that proving it would never end. */
const monster = (stepCount: number, condition: (n: number) => string) => `id: monster
number: 1
kind: incident
severity: normal
situation: accident
resolve-within: 30d
icon: fall
title: { zh: 例, en: E }
summary: { zh: 例, en: E }
search: { zh: [例], en: [e] }
steps:
${lines(
  stepCount,
  (n) =>
    `  - { id: s${n}, title: { zh: 步, en: S }, do: { zh: 做, en: D }, ask: { q${n}: { label: { zh: 问, en: Q }, many-of: { a: { zh: 甲, en: A }, b: { zh: 乙, en: B }, c: { zh: 丙, en: C } } } }${n === 0 ? '' : `, when: ${condition(n)}`} }`,
)}`;
const onAllBefore = (n: number) =>
  `{ any: [${Array.from({ length: Math.min(n, 40) }, (_, k) => `{ q${n - 1 - k}: [a, b] }`).join(', ')}] }`;

export const hostileFiles: readonly (readonly [string, string, string])[] = [
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
  ['GBK read as UTF-8', `id: a\ntitle: ${Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]).toString()}`, 'file.not_utf8'],
  ['NUL', 'id: a\0', 'field.missing'],
  ['broken surrogates', 'id: \ud83d', 'field.missing'],
  ['100 steps that all decide', monster(100, (n) => `{ not: { q${n - 1}: a } }`), 'playbook.too_many_ways'],
  ['60 steps that look at all before', monster(60, onAllBefore), 'playbook.too_many_ways'],
  ['201 steps', monster(201, (n) => `{ q${n - 1}: a }`), 'value.size'],
];
