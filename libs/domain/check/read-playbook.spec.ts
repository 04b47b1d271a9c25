import { describe, expect, it } from '@jest/globals';
import { readPlaybook } from './read-playbook';

const head = `id: example
number: 1
kind: incident
severity: normal
icon: fall
title: { zh: 例子, en: Example }
summary: { zh: 例子。, en: An example. }
search: { zh: [例子], en: [example] }
`;
const words = 'title: { zh: 步骤, en: Step }, do: { zh: 做, en: Do }';
const asks = `ask: { injury: { label: { zh: 伤, en: Injury }, one-of: { none: { zh: 无, en: None }, minor: { zh: 轻, en: Minor } } } }`;
/** A playbook of steps in flow style; each line is one step, the first on line 10. */
const withSteps = (...steps: string[]) => `${head}steps:\n${steps.map((step) => `  - { ${step} }\n`).join('')}`;
const one = withSteps(`id: help, ${words}`);

const problemsOf = (source: string) => {
  const result = readPlaybook(source, 'x.yaml');
  return 'problems' in result
    ? result.problems.map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`)
    : [];
};
const playbookOf = (source: string) => {
  const result = readPlaybook(source, 'x.yaml');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.playbook;
};

describe('readPlaybook', () => {
  it('reads what an author may leave out as what is meant', () => {
    expect(playbookOf(one).overduePolicy).toBe('overdue');
    expect(playbookOf(one).steps).toEqual([
      {
        id: 'help',
        title: { zh: '步骤', en: 'Step' },
        do: [{ zh: '做', en: 'Do' }],
        say: [],
        never: [],
        ask: {},
        after: [],
        required: false,
      },
    ]);
  });

  it('lets each step follow the one before, unless it says otherwise', () => {
    const { steps } = playbookOf(
      withSteps(`id: a, ${words}`, `id: b, ${words}`, `id: c, after: a, ${words}`, `id: d, after: [], ${words}`),
    );
    expect(steps.map(({ after }) => after)).toEqual([[], ['a'], ['a'], []]);
  });

  it.each<[string, unknown]>([
    ['injury: minor', { field: 'injury', in: ['minor'] }],
    ['injury: [minor, none]', { field: 'injury', in: ['minor', 'none'] }],
    ['doctor: yes', { field: 'doctor', in: [true] }],
    ['doctor: false', { field: 'doctor', in: [false] }],
    [
      'injury: minor, doctor: no',
      {
        all: [
          { field: 'injury', in: ['minor'] },
          { field: 'doctor', in: [false] },
        ],
      },
    ],
    [
      'any: [{ injury: minor }, { doctor: yes }]',
      {
        any: [
          { field: 'injury', in: ['minor'] },
          { field: 'doctor', in: [true] },
        ],
      },
    ],
    ['not: { injury: none }', { not: { field: 'injury', in: ['none'] } }],
  ])('reads the condition { %s }', (written, condition) => {
    const question = asks.replace('} } } }', '} } }, doctor: { label: { zh: 医, en: Doctor }, yes-no: true } }');
    const { steps } = playbookOf(withSteps(`id: a, ${words}, ${question}`, `id: b, ${words}, when: { ${written} }`));
    expect(steps[1]?.when).toEqual(condition);
  });

  it.each<[string, string, string[]]>([
    ['an unknown field', `${head}colour: red\nsteps: [{ id: a, ${words} }]`, ['9:1 colour field.unknown']],
    ['an unknown field of a step', withSteps(`id: a, ${words}, wthin: 5m`), ['10:66 steps[0].wthin field.unknown']],
    [
      'a missing language',
      withSteps(`id: a, title: { zh: 步 }, do: { zh: 做, en: Do }`),
      ['10:21 steps[0].title.en field.missing'],
    ],
    [
      'an empty text',
      withSteps(`id: a, title: { zh: '', en: A }, do: { zh: 做, en: Do }`),
      ['10:27 steps[0].title.zh value.text'],
    ],
    [
      'a figure for a text',
      withSteps(`id: a, title: { zh: 120, en: A }, do: { zh: 做, en: Do }`),
      ['10:27 steps[0].title.zh value.type'],
    ],
    ['a name in capitals', withSteps(`id: Help, ${words}`), ['10:11 steps[0].id value.name']],
    ['a name used twice', withSteps(`id: a, ${words}`, `id: a, ${words}`), ['11:11 steps[1].id step.repeated']],
    [
      'a question asked twice',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, ${words}, ${asks}`),
      ['11:73 steps[1].ask.injury question.repeated'],
    ],
    ['a time too short', withSteps(`id: a, ${words}, within: 5s`), ['10:74 steps[0].within value.duration']],
    ['a time too long', withSteps(`id: a, ${words}, within: 31d`), ['10:74 steps[0].within value.duration']],
    ['a time without unit', withSteps(`id: a, ${words}, within: '5'`), ['10:74 steps[0].within value.duration']],
    ['an unknown owner', withSteps(`id: a, ${words}, owner: facilites`), ['10:73 steps[0].owner value.unknown']],
    [
      'an unknown step to wait for',
      withSteps(`id: a, ${words}`, `id: b, after: aa, ${words}`),
      ['11:21 steps[1].after[0] after.unknown'],
    ],
    ['a step that waits for itself', withSteps(`id: a, after: a, ${words}`), ['10:21 steps[0].after after.circle']],
    [
      'steps that wait for each other',
      withSteps(`id: a, after: b, ${words}`, `id: b, after: a, ${words}`),
      ['10:21 steps[0].after after.circle', '11:21 steps[1].after after.circle'],
    ],
    [
      'a condition on nothing asked',
      withSteps(`id: a, ${words}, when: { injry: minor }`),
      ['10:74 steps[0].when.injry condition.field'],
    ],
    [
      'a condition on no option',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, ${words}, when: { injury: [none, fatal] }`),
      ['11:89 steps[1].when.injury[1] condition.option'],
    ],
    [
      'a condition on what is asked later',
      withSteps(`id: a, ${words}, when: { injury: none }`, `id: b, ${words}, ${asks}`),
      ['10:72 steps[0].when condition.too_early'],
    ],
    [
      'a condition on what is asked in parallel',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, after: [], ${words}, when: { injury: none }`),
      ['11:83 steps[1].when condition.too_early'],
    ],
    [
      'a step no answer leads to',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, ${words}, when: { all: [{ injury: none }, { injury: minor }] }`),
      ['11:72 steps[1].when step.unreachable'],
    ],
    [
      'a question of two kinds',
      withSteps(`id: a, ${words}, ask: { x: { label: { zh: 问, en: Q }, text: true, yes-no: true } }`),
      ['10:76 steps[0].ask.x value.question-type'],
    ],
    [
      'a question named like a connective',
      withSteps(`id: a, ${words}, ask: { any: { label: { zh: 问, en: Q }, text: true } }`),
      ['10:73 steps[0].ask.any value.name'],
    ],
    ['a step with nothing to do', withSteps('id: a, title: { zh: 步, en: S }'), ['10:5 steps[0] step.empty']],
    ['no steps', `${head}steps: []`, ['9:8 steps value.size']],
    [
      'a register nobody fills',
      one.replace('icon:', 'register: injury\nicon:'),
      ['5:11 register register.not_collected'],
    ],
    [
      'guidance that calls people',
      one.replace('kind: incident', 'kind: guidance\nescalate: { on: opened, policy: urgent }'),
      ['4:11 escalate guidance.acts'],
    ],
    ['a key given twice', one.replace('number: 1', 'number: 1\nnumber: 2'), ['3:1  yaml.duplicate']],
    ['no map at all', '- a', ['1:1  value.type']],
    ['nothing at all', '', ['1:1  value.type']],
    ['broken YAML', `${head}steps: [`, ['9:9  yaml.invalid']],
    [
      '__proto__ as a field',
      one.replace('number: 1', 'number: 1\n__proto__: { a: 1 }'),
      ['3:1 __proto__ field.unknown'],
    ],
  ])('refuses %s, and says where', (_, source, problems) => {
    expect(problemsOf(source)).toEqual(problems);
  });

  it('reports everything at once, from the top', () => {
    const source = withSteps(`id: A, ${words}, within: 5x`, `id: b, ${words}, colour: red`).replace(
      'number: 1',
      'number: 0',
    );
    expect(problemsOf(source)).toEqual([
      '2:9 number value.size',
      '10:11 steps[0].id value.name',
      '10:74 steps[0].within value.duration',
      '11:66 steps[1].colour field.unknown',
    ]);
  });

  it('guesses what was meant', () => {
    const source = withSteps(`id: a, ${words}, wthin: 5m, owner: facilites`);
    const result = readPlaybook(source, 'x.yaml');
    expect('problems' in result && result.problems.map(({ suggestion }) => suggestion)).toEqual([
      'within',
      'facilities',
    ]);
  });

  it('says it in both languages', () => {
    const result = readPlaybook(withSteps(`id: a, ${words}, within: 5x`), 'x.yaml');
    expect('problems' in result && result.problems[0]?.message).toEqual({
      zh: '时限写作 30s、5m、2h 或 1d，在 10 秒到 30 天之间。',
      en: 'Write a time as 30s, 5m, 2h or 1d, between 10 seconds and 30 days.',
    });
  });
});
