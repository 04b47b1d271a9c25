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
  ])('refuses %s', (_, source, problem) => {
    const result = readPolicies(source);
    expect('problems' in result && result.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([problem]);
  });
});
