import { describe, expect, it } from '@jest/globals';
import { both, oneOf, playbook, step } from '../examples/playbook';
import { coverage } from './coverage';

const book = playbook(
  step('help', {
    do: [both('扶起来')],
    never: [both('围观')],
    withinSeconds: 60,
    ask: { injury: oneOf('none', 'minor') },
  }),
);
const handbook = { playbooks: [{ file: '01-example.yaml', playbook: book }] };
const fact = (at: string) => `1:\n  - { fact: { zh: 扶人, en: Help }, kind: do, from: handbook, at: [${at}] }\n`;
const codes = (source: string) =>
  coverage(source, 'facts.yaml', handbook).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

describe('coverage', () => {
  it('finds a fact where its words stand, and shows the whole line', () => {
    const { table, problems } = coverage(fact('{ step: help, in: do, find: 扶 }'), 'facts.yaml', handbook);
    expect(problems).toEqual([]);
    expect(table).toContain('| 扶人<br>Help | do | handbook | `help` help › do: 扶起来 |');
  });

  it.each<[string, string]>([
    ['a deadline', '{ step: help, in: within, find: 1m }'],
    ['an option of a question', '{ step: help, in: ask, find: minor }'],
    ['the playbook itself', '{ in: kind, find: incident }'],
  ])('looks at %s', (_, at) => {
    expect(codes(fact(at))).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['a fact that stands nowhere', fact(''), ['2:5 fact.nowhere']],
    ['words that are gone', fact('{ step: help, in: do, find: 抱 }'), ['2:94 fact.not_there']],
    ['words that stand in another part', fact('{ step: help, in: do, find: 围观 }'), ['2:94 fact.not_there']],
    ['a step that is gone', fact('{ step: lift, in: do, find: 扶 }'), ['2:74 fact.step_unknown']],
    ['a scenario without a playbook', `${fact('{ in: kind, find: incident }')}2: []\n`, ['3:1 fact.no_playbook']],
    ['a playbook without facts', '{}', ['1:1 fact.none']],
    ['an unknown field', fact('').replace('kind:', 'sort:'), ['2:5 field.missing', '2:35 field.unknown']],
  ])('refuses %s', (_, source, problems) => {
    expect(codes(source)).toEqual(problems);
  });
});
