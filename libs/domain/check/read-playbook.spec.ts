import { describe, expect, it } from '@jest/globals';
import { shared } from '../examples/shared';
import { readPlaybook } from './read-playbook';

const head = `id: example
number: 1
kind: incident
severity: normal
situation: accident
resolve-within: 30d
icon: fall
title: { zh: 例子, en: Example }
summary: { zh: 例子。, en: An example. }
search: { zh: [例子], en: [example] }
`;
const words = 'title: { zh: 步骤, en: Step }, do: { zh: 做, en: Do }';
const asks = `ask: { injury: { label: { zh: 伤, en: Injury }, one-of: { none: { zh: 无, en: None }, minor: { zh: 轻, en: Minor } } } }`;
const treatment = `ask: { treatment: { label: { zh: 治, en: Treatment }, text: true } }`;
const yesNo = `ask: { doctor: { label: { zh: 医, en: Doctor }, yes-no: true } }`;
const promise = `ask: { call-at: { label: { zh: 何时, en: When }, date-time: true } }`;
/** A playbook of steps in flow style; each line is one step, the first on line 12. */
const withSteps = (...steps: string[]) => `${head}steps:\n${steps.map((step) => `  - { ${step} }\n`).join('')}`;
const one = withSteps(`id: help, ${words}`);

const problemsOf = (source: string) => {
  const result = readPlaybook(source, 'x.yaml', shared);
  return 'problems' in result
    ? result.problems.map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`)
    : [];
};
const playbookOf = (source: string) => {
  const result = readPlaybook(source, 'x.yaml', shared);
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
    ['an unknown field', `${head}colour: red\nsteps: [{ id: a, ${words} }]`, ['11:1 colour field.unknown']],
    ['an unknown field of a step', withSteps(`id: a, ${words}, wthin: 5m`), ['12:66 steps[0].wthin field.unknown']],
    [
      'a missing language',
      withSteps(`id: a, title: { zh: 步 }, do: { zh: 做, en: Do }`),
      ['12:21 steps[0].title.en field.missing'],
    ],
    [
      'an empty text',
      withSteps(`id: a, title: { zh: '', en: A }, do: { zh: 做, en: Do }`),
      ['12:27 steps[0].title.zh value.text'],
    ],
    [
      'a figure for a text',
      withSteps(`id: a, title: { zh: 120, en: A }, do: { zh: 做, en: Do }`),
      ['12:27 steps[0].title.zh value.type'],
    ],
    ['a name in capitals', withSteps(`id: Help, ${words}`), ['12:11 steps[0].id value.name']],
    ['a name used twice', withSteps(`id: a, ${words}`, `id: a, ${words}`), ['13:11 steps[1].id step.repeated']],
    [
      'a question asked twice',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, ${words}, ${asks}`),
      ['13:73 steps[1].ask.injury question.repeated'],
    ],
    ['a time too short', withSteps(`id: a, ${words}, within: 5s`), ['12:74 steps[0].within value.duration']],
    ['a time too long', withSteps(`id: a, ${words}, within: 31d`), ['12:74 steps[0].within value.duration']],
    ['a time without unit', withSteps(`id: a, ${words}, within: '5'`), ['12:74 steps[0].within value.duration']],
    ['an unknown owner', withSteps(`id: a, ${words}, owner: facilites`), ['12:73 steps[0].owner value.unknown']],
    [
      'an unknown step to wait for',
      withSteps(`id: a, ${words}`, `id: b, after: aa, ${words}`),
      ['13:21 steps[1].after[0] after.unknown'],
    ],
    ['a step that waits for itself', withSteps(`id: a, after: a, ${words}`), ['12:21 steps[0].after after.circle']],
    [
      'steps that wait for each other',
      withSteps(`id: a, after: b, ${words}`, `id: b, after: a, ${words}`),
      ['12:21 steps[0].after after.circle', '13:21 steps[1].after after.circle'],
    ],
    [
      'a condition on nothing asked',
      withSteps(`id: a, ${words}, when: { injry: minor }`),
      ['12:74 steps[0].when.injry condition.field'],
    ],
    [
      'a condition on no option',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, ${words}, when: { injury: [none, fatal] }`),
      ['13:89 steps[1].when.injury[1] condition.option'],
    ],
    [
      'a condition that is no condition',
      withSteps(`id: a, ${words}, when: yes`),
      ['12:72 steps[0].when condition.shape'],
    ],
    [
      'a condition on nothing',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, ${words}, when: { injury: [] }`),
      ['13:82 steps[1].when.injury condition.list'],
    ],
    [
      'a condition without alternatives',
      withSteps(`id: a, ${words}`, `id: b, ${words}, when: { any: { x: 1 } }`),
      ['13:79 steps[1].when.any condition.list'],
    ],
    [
      'a condition on a text, which has no options',
      withSteps(`id: a, ${words}, ${treatment}`, `id: b, ${words}, when: { treatment: cold }`),
      ['13:85 steps[1].when.treatment condition.type'],
    ],
    [
      'a yes-no question that is neither',
      withSteps(`id: a, ${words}, ${yesNo}`, `id: b, ${words}, when: { doctor: maybe }`),
      ['13:82 steps[1].when.doctor condition.value'],
    ],
    [
      'a condition on what is asked later',
      withSteps(`id: a, ${words}, when: { injury: none }`, `id: b, ${words}, ${asks}`),
      ['12:72 steps[0].when condition.too_early'],
    ],
    [
      'a condition on what is asked in parallel',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, after: [], ${words}, when: { injury: none }`),
      ['13:83 steps[1].when condition.too_early'],
    ],
    [
      'a step no answer leads to',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, ${words}, when: { all: [{ injury: none }, { injury: minor }] }`),
      ['13:72 steps[1].when step.unreachable'],
    ],
    [
      'a question of two kinds',
      withSteps(`id: a, ${words}, ask: { x: { label: { zh: 问, en: Q }, text: true, yes-no: true } }`),
      ['12:76 steps[0].ask.x value.question-type'],
    ],
    [
      'a question named like a connective',
      withSteps(`id: a, ${words}, ask: { any: { label: { zh: 问, en: Q }, text: true } }`),
      ['12:73 steps[0].ask.any value.name'],
    ],
    ['a step with nothing to do', withSteps('id: a, title: { zh: 步, en: S }'), ['12:5 steps[0] step.empty']],
    ['no steps', `${head}steps: []`, ['11:8 steps value.size']],
    [
      'guidance that calls people',
      one.replace('kind: incident', 'kind: guidance\nescalate: { on: opened, policy: urgent }'),
      ['4:11 escalate guidance.acts', '7:17 resolve-within guidance.acts'],
    ],
    ['a shelf nobody knows', one.replace('accident', 'acident'), ['5:12 situation situation.unknown']],
    ['a register nobody knows', one.replace('icon:', 'register: injry\nicon:'), ['7:11 register register.unknown']],
    [
      'a list nobody knows',
      withSteps(`id: a, ${words}, ask: { x: { label: { zh: 问, en: Q }, one-of: cases } }`),
      ['12:111 steps[0].ask.x.one-of list.unknown'],
    ],
    [
      'options that are neither a name nor a group',
      withSteps(`id: a, ${words}, ask: { x: { label: { zh: 问, en: Q }, one-of: [a, b] } }`),
      ['12:111 steps[0].ask.x.one-of value.form'],
    ],
    [
      'an option without a language',
      withSteps(
        `id: a, ${words}, ask: { x: { label: { zh: 问, en: Q }, one-of: { a: { zh: 甲 }, b: { zh: 乙, en: B } } } }`,
      ),
      ['12:116 steps[0].ask.x.one-of.a.en field.missing'],
    ],
    [
      'a register whose record is not asked',
      one.replace('icon:', 'register: injury\nicon:'),
      ['7:11 register register.not_asked', '7:11 register register.not_asked'],
    ],
    [
      'a record that may be skipped',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, required: true, ${words}, ${treatment}`).replace(
        'icon:',
        'register: injury\nicon:',
      ),
      ['7:11 register register.not_collected'],
    ],
    [
      'a record missing on one of the ways that need it',
      withSteps(
        `id: a, required: true, ${words}, ${asks}`,
        `id: b, required: true, ${words}, when: { injury: none }, ${treatment}`,
      ).replace('icon:', 'register: injury\nicon:'),
      ['7:11 register register.not_collected'],
    ],
    ['an incident without a time to resolve', one.replace('resolve-within: 30d\n', ''), ['1:1  incident.no_target']],
    ['an incident with a log', `${one}log: [{ id: b, ${words} }]\n`, ['13:6 log incident.log']],
    [
      'a log that waits for the card',
      `${one.replace('kind: incident', 'kind: guidance')}log: [{ id: b, after: help, ${words} }]\n`,
      ['13:23 log[0].after[0] log.waits_for_card'],
    ],
    [
      'guidance with a deadline',
      withSteps(`id: a, within: 5m, ${words}`)
        .replace('kind: incident', 'kind: guidance')
        .replace('resolve-within: 30d\n', ''),
      ['11:22 steps[0].within guidance.acts'],
    ],
    [
      'a confidential step given to a post that may not see it',
      withSteps(`id: a, visible-to: supervisor, owner: cleaning, ${words}`),
      ['12:45 steps[0].owner owner.cannot_see'],
    ],
    ['a reminder of nothing', withSteps(`id: a, remind: 5m, ${words}`), ['12:22 steps[0].remind remind.of_nothing']],
    [
      'a reminder before the step began',
      withSteps(`id: a, within: 5m, remind: 5m, ${words}`),
      ['12:34 steps[0].remind remind.too_early'],
    ],
    [
      'a promise that is no time',
      withSteps(`id: a, ${words}, ${asks}`, `id: b, by: injury, ${words}`),
      ['13:18 steps[1].by by.no_time'],
    ],
    [
      'a promise that may not be made',
      withSteps(`id: a, ${words}, ${promise}`, `id: b, by: call-at, ${words}`),
      ['13:18 steps[1].by by.maybe_unanswered'],
    ],
    [
      'a promise made only later',
      withSteps(`id: a, by: call-at, within: 5m, ${words}`, `id: b, required: true, ${words}, ${promise}`),
      ['12:18 steps[0].by condition.too_early'],
    ],
    [
      'deadlines that together outlive the incident',
      withSteps(`id: a, within: 20d, ${words}`, `id: b, within: 20d, ${words}`, `id: c, within: 1d, ${words}`),
      ['13:22 steps[1].within deadline.too_late'],
    ],
    [
      'a restriction no answer leads to',
      withSteps(`id: a, ${words}, ${asks}`).replace(
        'icon:',
        'restricted-when: { all: [{ injury: none }, { injury: minor }] }\nicon:',
      ),
      ['7:18 restricted-when restriction.unreachable'],
    ],
    [
      'more ways than anybody can review',
      withSteps(
        ...Array.from(
          { length: 12 },
          (_, n) => `id: a${n}, required: true, ${words}, ask: { q${n}: { label: { zh: 问, en: Q }, yes-no: true } }`,
        ),
        ...Array.from({ length: 12 }, (_, n) => `id: b${n}, ${words}, when: { q${n}: yes }`),
      ),
      ['12:3 steps playbook.too_many_ways'],
    ],
    [
      'a phrase for a holiday nobody knows',
      withSteps(`id: a, ${words}, say: { zh: 好, en: Hi, holiday: new-years }`),
      ['12:97 steps[0].say[0].holiday value.unknown'],
    ],
    ['a key given twice', one.replace('number: 1', 'number: 1\nnumber: 2'), ['3:1  yaml.duplicate']],
    ['no map at all', '- a', ['1:1  value.type']],
    ['nothing at all', '', ['1:1  value.type']],
    ['broken YAML', `${head}steps: [`, ['11:9  yaml.invalid']],
    [
      '__proto__ as a field',
      one.replace('number: 1', 'number: 1\n__proto__: { a: 1 }'),
      ['3:1 __proto__ field.unknown'],
    ],
  ])('refuses %s, and says where', (_, source, problems) => {
    expect(problemsOf(source)).toEqual(problems);
  });

  it.each<[string, string, string[]]>([
    [
      'faults of the shape and of the rules together',
      withSteps(`id: a, ${words}, wthin: 5m, ${asks}`, `id: b, ${words}, when: { injry: minor }`).replace(
        'fall',
        'Fall',
      ),
      ['7:7 icon value.name', '12:66 steps[0].wthin field.unknown', '13:74 steps[1].when.injry condition.field'],
    ],
    [
      'no mere consequences of a fault',
      withSteps(`id: a, title: { zh: 步 }, ${asks}`, `id: b, ${words}, within: 5, when: { injury: fatal }`),
      ['12:21 steps[0].title.en field.missing', '13:74 steps[1].within value.type'],
    ],
    [
      'nothing but the fault where names are wrong',
      withSteps(`id: A, ${words}, ${asks}`, `id: b, after: a, ${words}`),
      ['12:11 steps[0].id value.name'],
    ],
  ])('reports %s', (_, source, problems) => {
    expect(problemsOf(source)).toEqual(problems);
  });

  it('proves that deadlines on ways which exclude each other never add up', () => {
    const source = withSteps(
      `id: a, required: true, ${words}, ${asks}`,
      `id: b, within: 20d, when: { injury: none }, ${words}`,
      `id: c, within: 20d, when: { injury: minor }, ${words}`,
    );
    expect(problemsOf(source)).toEqual([]);
  });

  it('reads the steps of a log after those of the card, marked, the first ready at once', () => {
    const source = `${one.replace('kind: incident', 'kind: guidance')}log: [{ id: b, ${words} }, { id: c, ${words} }]\n`;
    expect(playbookOf(source).steps.map(({ id, after, log }) => [id, after, log ?? false])).toEqual([
      ['help', [], false],
      ['b', [], true],
      ['c', ['b'], true],
    ]);
  });

  it('puts the options of a list where its name stands', () => {
    const { steps } = playbookOf(
      withSteps(`id: a, ${words}, ask: { x: { label: { zh: 问, en: Q }, one-of: causes } }`),
    );
    expect(steps[0]?.ask['x']).toMatchObject({ type: 'one-of', options: [{ id: 'floor' }, { id: 'shoes' }] });
  });

  it('says on which way a record is missing', () => {
    const source = withSteps(
      `id: a, required: true, ${words}, ${asks}`,
      `id: b, required: true, ${words}, when: { injury: none }, ${treatment}`,
    ).replace('icon:', 'register: injury\nicon:');
    const result = readPlaybook(source, 'x.yaml', shared);
    expect('problems' in result && result.problems[0]?.message.en).toBe(
      'The register needs "treatment", but on the way injury: minor no required step asks for it.',
    );
  });

  it('reports everything at once, from the top', () => {
    const source = withSteps(`id: A, ${words}, within: 5x`, `id: b, ${words}, colour: red`).replace(
      'number: 1',
      'number: 0',
    );
    expect(problemsOf(source)).toEqual([
      '2:9 number value.size',
      '12:11 steps[0].id value.name',
      '12:74 steps[0].within value.duration',
      '13:66 steps[1].colour field.unknown',
    ]);
  });

  it('guesses what was meant', () => {
    const source = withSteps(`id: a, ${words}, wthin: 5m, owner: facilites`);
    const result = readPlaybook(source, 'x.yaml', shared);
    expect('problems' in result && result.problems.map(({ suggestion }) => suggestion)).toEqual([
      'within',
      'facilities',
    ]);
  });

  it('says it in both languages', () => {
    const result = readPlaybook(withSteps(`id: a, ${words}, within: 5x`), 'x.yaml', shared);
    expect('problems' in result && result.problems[0]?.message).toEqual({
      zh: '时限写作 30s、5m、2h 或 1d，在 10 秒到 30 天之间。',
      en: 'Write a time as 30s, 5m, 2h or 1d, between 10 seconds and 30 days.',
    });
  });
});
