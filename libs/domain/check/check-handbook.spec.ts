import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../engine';
import { checkHandbook } from './check-handbook';
import { readPolicies } from './read-policies';

const policies = `policies:
  overdue:
    title: { zh: 超时, en: Overdue }
    levels:
      - call: [{ on-duty: supervisor }]
      - { after: 5m, call: [{ role: manager }, { role: administrator }] }
    no-progress: 30m
`;
const playbook = (id: string, number: number, more = '') => `id: ${id}
number: ${number}
kind: incident
severity: normal
situation: accident
resolve-within: 30d
icon: fall
title: { zh: 例子, en: Example }
summary: { zh: 例子。, en: An example. }
search: { zh: [例子], en: [example] }
${more}
steps: [{ id: help, title: { zh: 步, en: Step }, do: { zh: 做, en: Do } }]
`;
const taxonomy = `situations: { accident: { icon: bandage, title: { zh: 伤, en: Hurt } } }
lists: { colours: { red: { zh: 红, en: Red }, blue: { zh: 蓝, en: Blue } } }
`;
const registers = `registers: { injury: { title: { zh: 伤, en: Injuries }, record: { injury: always } } }
`;
const files = (...sources: string[]) => [
  { name: 'policies.yaml', source: policies },
  { name: 'taxonomy.yaml', source: taxonomy },
  { name: 'registers.yaml', source: registers },
  ...sources.map((source, index) => ({ name: `${index + 1}.yaml`, source })),
];

const problemsOf = (check: () => unknown) => {
  try {
    check();
  } catch (error) {
    if (error instanceof DomainError) return error.fields.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
};

describe('checkHandbook', () => {
  it('reads playbooks with their files, and the policies', () => {
    const handbook = checkHandbook(files(playbook('a', 1), playbook('b', 2)));
    expect(handbook.playbooks.map(({ file, playbook: { id } }) => `${file} ${id}`)).toEqual(['1.yaml a', '2.yaml b']);
    expect(handbook.policies).toEqual([
      {
        id: 'overdue',
        title: { zh: '超时', en: 'Overdue' },
        levels: [
          { afterSeconds: 0, targets: [{ onDuty: 'supervisor' }] },
          { afterSeconds: 300, targets: [{ role: 'manager' }, { role: 'administrator' }] },
        ],
        noProgressSeconds: 1_800,
      },
    ]);
  });

  it.each<[string, { name: string; source: string }[], string[]]>([
    ['two with one id', files(playbook('a', 1), playbook('a', 2)), ['2.yaml:1:5 id playbook.same_id']],
    ['two with one number', files(playbook('a', 1), playbook('b', 1)), ['2.yaml:2:9 number playbook.same_number']],
    [
      'a policy nobody defined',
      files(playbook('a', 1, 'escalate: { on: opened, policy: overdu }')),
      ['1.yaml:11:33 escalate.policy policy.unknown'],
    ],
    [
      'an overdue policy nobody defined',
      files(playbook('a', 1, 'overdue-policy: x')),
      ['1.yaml:11:17 overdue-policy policy.unknown'],
    ],
    [
      'a folder without what playbooks share',
      [{ name: '1.yaml', source: playbook('a', 1) }],
      ['policies.yaml:1:1 file.missing', 'taxonomy.yaml:1:1 file.missing', 'registers.yaml:1:1 file.missing'],
    ],
    [
      'problems in several files',
      files(playbook('A', 1), playbook('b', 0)),
      ['1.yaml:1:5 id value.name', '2.yaml:2:9 number value.size'],
    ],
  ])('refuses %s', (_, given, problems) => {
    expect(problemsOf(() => checkHandbook(given))).toEqual(problems);
  });

  it.each<[string, string, string[]]>([
    [
      'a playbook nobody has',
      'words: { c: { zh: [], en: [] } }',
      ['everyday-words.yaml:1:10 words.c playbook.unknown'],
    ],
    [
      'a word that two playbooks want',
      'words: { a: { zh: [滑], en: [] }, b: { zh: [滑], en: [] } }',
      ['everyday-words.yaml:1:44 words.b.zh[0] word.repeated'],
    ],
    ['no words at all', 'words: { a: { zh: [滑] } }', ['everyday-words.yaml:1:13 words.a.en field.missing']],
  ])('refuses everyday words of %s', (_, source, problems) => {
    const given = [...files(playbook('a', 1), playbook('b', 2)), { name: 'everyday-words.yaml', source }];
    expect(problemsOf(() => checkHandbook(given))).toEqual(problems);
  });

  it('guesses what was meant', () => {
    const given = files(playbook('a', 1, 'overdue-policy: overdu'));
    expect(() => checkHandbook(given)).toThrow(
      expect.objectContaining({
        code: 'playbooks.invalid',
        fields: [
          expect.objectContaining({
            message: expect.objectContaining({ en: expect.stringContaining('Did you mean "overdue"?') }),
          }),
        ],
      }),
    );
  });
});

describe('readPolicies', () => {
  it.each<[string, string, string]>([
    [
      'a policy without levels',
      policies.replace(/levels:[^]*no-/, 'levels: []\n    no-'),
      'policies.overdue.levels value.size',
    ],
    [
      'a level that calls nobody',
      policies.replace('[{ on-duty: supervisor }]', '[]'),
      'policies.overdue.levels[0].call value.size',
    ],
    [
      'a target that is nobody',
      policies.replace('on-duty: supervisor', ''),
      'policies.overdue.levels[0].call[0] value.target',
    ],
    [
      'an unknown post',
      policies.replace('on-duty: supervisor', 'on-duty: chef'),
      'policies.overdue.levels[0].call[0].on-duty value.unknown',
    ],
    [
      'no time without progress',
      policies.replace('no-progress: 30m', ''),
      'policies.overdue.no-progress field.missing',
    ],
    ['a name in capitals', policies.replace('overdue:', 'Overdue:'), 'policies.Overdue value.name'],
    [
      'a policy that calls posts only, which may all be unmanned',
      policies.replace(/\[\{ role[^]*?\]/, '[{ on-duty: manager }]'),
      'policies.overdue.levels policy.reaches_nobody',
    ],
    [
      'a policy that calls nobody but a person, who may leave',
      policies.replace(/\[\{ role[^]*?\]/, '[{ person: li@venue.example }]'),
      'policies.overdue.levels policy.reaches_nobody',
    ],
    [
      'a person without an address',
      policies.replace('{ role: manager }', '{ person: Li }'),
      'policies.overdue.levels[1].call[0].person value.address',
    ],
    [
      'a target that is two',
      policies.replace('{ role: manager }', '{ role: manager, level-above: true }'),
      'policies.overdue.levels[1].call[0] value.target',
    ],
    [
      'the level above none',
      policies.replace('on-duty: supervisor', 'level-above: true'),
      'policies.overdue.levels[0].call[0].level-above level_above.first',
    ],
    [
      'the level above somebody whose role is not known',
      policies.replace('on-duty: supervisor', 'person: li@venue.example').replace('role: manager', 'level-above: true'),
      'policies.overdue.levels[1].call[0].level-above level_above.unknown',
    ],
    [
      'the level above the highest',
      policies.replace('on-duty: supervisor', 'role: administrator').replace('role: manager', 'level-above: true'),
      'policies.overdue.levels[1].call[0].level-above level_above.highest',
    ],
    [
      'a percentage that is none',
      `${policies}    warn: { at: 100%, from: 10m }\n`,
      'policies.overdue.warn.at value.percent',
    ],
    ['a bundle of an hour', `${policies}    bundle: 1h\n`, 'policies.overdue.bundle value.at-most-600'],
    [
      'a repeat without end',
      policies.replace('{ after: 5m,', '{ after: 5m, repeat: { times: 11, every: 2m },'),
      'policies.overdue.levels[1].repeat.times value.size',
    ],
    [
      'hours for calling the supervisor',
      `${policies}    hours: opening\n`.replace('overdue:', 'supervisor:'),
      'policies.supervisor.hours policy.may_not_pause',
    ],
  ])('refuses %s', (_, source, problem) => {
    const result = readPolicies(source);
    expect('problems' in result && result.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([problem]);
  });

  it('reads everything a policy may say', () => {
    const source = `policies:
  patient:
    title: { zh: 不急, en: Patient }
    levels:
      - call: [{ on-duty: cleaning }]
        repeat: { times: 2, every: 2m }
      - { after: 5m, call: [{ level-above: true }, { person: Li@Venue.example }] }
      - { after: 5m, call: [{ role: supervisor }] }
      - { after: 5m, call: [{ level-above: true }] }
    no-progress: 1h
    bundle: 60s
    hours: working
    warn: { at: 75%, from: 10m }
    snooze: { at-most: 30m, times: 2 }
`;
    expect(readPolicies(source)).toEqual({
      policies: [
        {
          id: 'patient',
          title: { zh: '不急', en: 'Patient' },
          levels: [
            { afterSeconds: 0, targets: [{ onDuty: 'cleaning' }], repeat: { times: 2, everySeconds: 120 } },
            { afterSeconds: 300, targets: [{ role: 'supervisor' }, { person: 'li@venue.example' }] },
            { afterSeconds: 300, targets: [{ role: 'supervisor' }] },
            { afterSeconds: 300, targets: [{ role: 'manager' }] },
          ],
          noProgressSeconds: 3_600,
          bundleSeconds: 60,
          hours: 'working',
          warn: { atPercent: 75, fromSeconds: 600 },
          snooze: { atMostSeconds: 1_800, times: 2 },
        },
      ],
    });
  });

  it('reports all that is wrong at once, each with its place', () => {
    const source = policies
      .replace('on-duty: supervisor', 'level-above: true')
      .replace('overdue:', 'supervisor:')
      .concat('    hours: working\n');
    const result = readPolicies(source);
    expect(
      'problems' in result && result.problems.map(({ line, column, code }) => `${line}:${column} ${code}`),
    ).toEqual(['5:31 level_above.first', '8:12 policy.may_not_pause']);
  });
});

describe('a policy that waits for opening', () => {
  const waiting = `${policies}    hours: opening\n`;
  const check = (more: string, severity = 'normal') => {
    const source = playbook('a', 1, more).replace('severity: normal', `severity: ${severity}`);
    const given = files(source).map((file) => (file.name === 'policies.yaml' ? { ...file, source: waiting } : file));
    return problemsOf(() => checkHandbook(given)).filter((problem) => problem.includes('policy'));
  };

  it.each([
    ['is fine for what is no haste', '', 'normal', []],
    ['is refused where it is high', '', 'high', ['1.yaml:1:1 overdue-policy policy.may_not_pause']],
    [
      'is refused where it is critical',
      'overdue-policy: overdue',
      'critical',
      ['1.yaml:11:17 overdue-policy policy.may_not_pause'],
    ],
    [
      'is refused for an injury, however small',
      'register: injury\nescalate: { on: opened, policy: overdue }',
      'low',
      ['1.yaml:1:1 overdue-policy policy.may_not_pause', '1.yaml:12:33 escalate.policy policy.may_not_pause'],
    ],
  ])('%s', (_, more, severity, problems) => {
    expect(check(more, severity)).toEqual(problems);
  });
});
