import type { Playbook, Step } from '../engine';
import type { Handbook } from './check-handbook';
import { formatDuration } from './duration';
import { type Fact, type Facts, type Place, readFacts } from './facts-file';
import { type CheckProblem, type Finding, inOrder, unknownWord } from './finding';

type Covered = { readonly fact: Fact; readonly places: readonly FoundPlace[] };
type FoundPlace = { readonly place: Place; readonly step?: Step; readonly words: string };
type Scenario = { readonly file: string; readonly playbook: Playbook; readonly facts: readonly Covered[] };

/**
 * Whether every fact of the handbook stands somewhere in the playbooks, looked up word by word; and the table that says
 * where, as Markdown. Facts that stand nowhere, or no longer where they did, are problems with their place in the file.
 */
export function coverage(
  source: string,
  file: string,
  handbook: Pick<Handbook, 'playbooks'>,
): { readonly table: string; readonly problems: readonly CheckProblem[] } {
  const facts = readFacts(source, file);
  if ('problems' in facts) return { table: '', problems: facts.problems };
  const findings: Finding[] = [];
  const scenarios = handbook.playbooks.map(({ file, playbook }): Scenario => {
    const given = facts.scenarios.get(playbook.number);
    if (!given) findings.push(noFacts(playbook));
    return {
      file,
      playbook,
      facts: (given ?? []).map((fact, index) => ({
        fact,
        places: placesOf(fact, playbook, [String(playbook.number), index], findings),
      })),
    };
  });
  findings.push(...scenariosWithoutPlaybook(facts, handbook));
  return { table: tableOf(scenarios), problems: inOrder(facts.locate(findings)) };
}

function placesOf(fact: Fact, playbook: Playbook, path: Finding['path'], findings: Finding[]): FoundPlace[] {
  if (fact.at.length === 0) findings.push({ path, code: 'fact.nowhere', message: nowhere });
  return fact.at.flatMap((place, index): FoundPlace[] => {
    const at = [...path, 'at', index];
    const step = playbook.steps.find(({ id }) => id === place.step);
    if (place.step !== undefined && !step) {
      const known = playbook.steps.map(({ id }) => id);
      findings.push(unknownWord([...at, 'step'], 'fact.step_unknown', place.step, known, { zh: '步骤', en: 'step' }));
      return [];
    }
    const texts = step ? textsOfStep(step, place.in) : textsOfPlaybook(playbook, place.in);
    const words = texts.find((text) => text.includes(place.find));
    if (words !== undefined) return [{ place, words, ...(step && { step }) }];
    findings.push({ path: [...at, 'find'], code: 'fact.not_there', message: notThere(place) });
    return [];
  });
}

/** What stands in one part of a step, in Chinese and as written in the file. */
function textsOfStep(step: Step, part: Place['in']): string[] {
  const zh = (lines: readonly { readonly zh: string }[]) => lines.map((line) => line.zh);
  const seconds = (value: number | undefined) => (value === undefined ? [] : [formatDuration(value)]);
  switch (part) {
    case 'title':
      return [step.title.zh];
    case 'do':
    case 'never':
      return zh(step[part]);
    case 'say':
      return step.say.map((phrase) => (phrase.holiday ? `${phrase.zh} (${phrase.holiday})` : phrase.zh));
    case 'why':
      return step.why ? [step.why.zh] : [];
    case 'ask':
      return Object.entries(step.ask).flatMap(([field, question]) => [
        `${field}: ${question.label.zh}`,
        ...(question.hint ? [question.hint.zh] : []),
        ...('options' in question ? question.options.map(({ id, label }) => `${field}: ${id} ${label.zh}`) : []),
      ]);
    case 'when':
      return step.when ? [JSON.stringify(step.when)] : [];
    case 'within':
      return seconds(step.withinSeconds);
    case 'remind':
      return seconds(step.remindSeconds);
    default:
      return otherParts(step, part);
  }
}

const otherParts = (step: Step, part: Place['in']): string[] => {
  const values: Partial<Record<Place['in'], string | undefined>> = {
    by: step.by,
    owner: step.owner,
    escalate: step.escalate?.policy,
    'visible-to': step.visibleTo,
    'cares-for': step.caresFor,
  };
  const value = values[part];
  return value === undefined ? [] : [value];
};

function textsOfPlaybook(playbook: Playbook, part: Place['in']): string[] {
  switch (part) {
    case 'title':
    case 'summary':
      return [playbook[part].zh];
    case 'kind':
      return [playbook.kind];
    case 'register':
      return playbook.register ? [`${playbook.register.id} ${playbook.register.title.zh}`] : [];
    case 'restricted-when':
      return playbook.restrictedWhen ? [JSON.stringify(playbook.restrictedWhen)] : [];
    case 'escalate':
      return playbook.escalate ? [playbook.escalate.policy] : [];
    case 'search':
      return [...playbook.search.zh, ...playbook.search.en];
    case 'log':
      return playbook.steps.flatMap(({ id, title, log }) => (log ? [`${id} ${title.zh}`] : []));
    default:
      return [];
  }
}

function tableOf(scenarios: readonly Scenario[]): string {
  const total = scenarios.reduce((sum, { facts }) => sum + facts.length, 0);
  return [
    '# Where every fact of the handbook stands',
    '',
    `Written by \`npm run playbooks -- coverage\` from \`handbook/facts.yaml\`, checked by \`npm test\`; not to be edited. ${total} facts: *handbook* stands in the source handbook, *ours* was added to make it work, *practice* is good practice of the trade. Each was found, word by word, at the place named.`,
    ...scenarios.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf({ file, playbook, facts }: Scenario): string[] {
  return [
    '',
    `## ${playbook.number} ${playbook.title.zh} · ${playbook.title.en}`,
    '',
    `File: [${file}](${file})`,
    '',
    '| fact | kind | from | where |',
    '| --- | --- | --- | --- |',
    ...facts.map(({ fact: { fact, kind, from }, places }) => {
      const where = places.map(whereOf).join('<br>') || '**nowhere**';
      return `| ${cell(fact.zh)}<br>${cell(fact.en)} | ${kind} | ${from} | ${where} |`;
    }),
  ];
}

const whereOf = ({ place, step, words }: FoundPlace): string =>
  `${step ? `\`${step.id}\` ${cell(step.title.zh)}` : 'playbook'} › ${place.in}: ${cell(words)}`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function scenariosWithoutPlaybook({ scenarios }: Facts, { playbooks }: Pick<Handbook, 'playbooks'>): Finding[] {
  const numbers = new Set(playbooks.map(({ playbook }) => playbook.number));
  const missing = [...scenarios.keys()].filter((number) => !numbers.has(number));
  return missing.map((number) => ({
    path: [String(number)],
    on: 'key',
    code: 'fact.no_playbook',
    message: { zh: `没有编号为 ${number} 的预案。`, en: `There is no playbook with the number ${number}.` },
  }));
}

const noFacts = ({ number }: Playbook): Finding => ({
  path: [],
  code: 'fact.none',
  message: { zh: `没有列出编号 ${number} 的要点。`, en: `No facts are listed for the playbook ${number}.` },
});
const nowhere = {
  zh: '这一条在预案里找不到；请写进预案，再在 at 里注明位置。',
  en: 'This fact stands nowhere; write it into the playbook and say where under `at`.',
};
const notThere = ({ step, in: part, find }: Place) => ({
  zh: `“${find}”不在${step === undefined ? '预案' : `步骤“${step}”`}的 ${part} 里。`,
  en: `"${find}" does not stand in the ${part} of ${step === undefined ? 'the playbook' : `the step "${step}"`}.`,
});
