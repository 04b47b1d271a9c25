import type { Localized, Option, Playbook, Question, Situation, Step } from '../engine';
import { type Finding, type Path, unknownWord } from './finding';
import { type Askable, readCondition } from './read-condition';
import type { PlaybookFile, QuestionFile, StepFile } from './schema';
import type { SharedFiles } from './shared-files';

type Built = { readonly playbook: Playbook; readonly findings: Finding[] };

/**
 * From the author's form to the engine's: lists for single texts, seconds for times, `after` the step before, options
 * for the names of lists. What a step of the log is stands at the end of `steps`, marked.
 */
export function buildPlaybook(file: PlaybookFile, { situations, lists, registers }: SharedFiles): Built {
  const findings: Finding[] = [];
  const found = <T>({ value, findings: more }: { value: T; findings: readonly Finding[] }): T => {
    findings.push(...more);
    return value;
  };
  const written = stepsOf(file);
  const asked = written.map(({ step, path }) => found(buildQuestions(step, path, lists)));
  const askable: Askable = new Map(asked.flatMap((questions) => Object.entries(questions)));
  const condition = (given: unknown, path: Path) => found(readCondition(given, path, askable));

  const steps = written.map(({ step, path, before, log }, index): Step => ({
    ...buildStep(step, asked[index] ?? {}, before ? [before.id] : []),
    ...(step.when !== undefined && { when: condition(step.when, [...path, 'when']) }),
    ...(log && { log }),
  }));
  const named = <T extends { id: string }>(field: 'situation' | 'register', all: readonly T[], what: Localized) => {
    const word = file[field];
    const known = all.find(({ id }) => id === word);
    if (word !== undefined && !known)
      findings.push(
        unknownWord(
          [field],
          `${field}.unknown`,
          word,
          all.map(({ id }) => id),
          what,
        ),
      );
    return known;
  };
  const situation = named('situation', situations, aSituation) ?? nowhere;
  const register = named('register', registers, aRegister);

  const { id, number, kind, severity, icon, title, summary, search, escalate } = file;
  const playbook: Playbook = {
    ...{ id, number, kind, severity, situation, icon, title, summary, search },
    ...(register && { register: { id: register.id, title: register.title } }),
    ...(escalate && { escalate }),
    overduePolicy: file['overdue-policy'] ?? 'overdue',
    ...(file['resolve-within'] !== undefined && { resolveWithinSeconds: file['resolve-within'] }),
    ...(file['restricted-when'] !== undefined && {
      restrictedWhen: condition(file['restricted-when'], ['restricted-when']),
    }),
    steps,
  };
  return { playbook, findings };
}

type Written = { readonly step: StepFile; readonly path: Path; readonly before?: StepFile; readonly log?: true };

function stepsOf(file: PlaybookFile): Written[] {
  const inList = (list: 'steps' | 'log', steps: readonly StepFile[]): Written[] =>
    steps.map((step, index) => ({
      step,
      path: [list, index],
      before: steps[index - 1],
      ...(list === 'log' && { log: true }),
    }));
  return [...inList('steps', file.steps), ...inList('log', file.log ?? [])];
}

function buildStep(step: StepFile, ask: Step['ask'], defaultAfter: readonly string[]): Step {
  return {
    id: step.id,
    title: step.title,
    do: step.do ?? [],
    say: step.say ?? [],
    never: step.never ?? [],
    ...(step.why && { why: step.why }),
    ask,
    after: step.after ?? defaultAfter,
    ...(step.within !== undefined && { withinSeconds: step.within }),
    ...(step.by !== undefined && { by: step.by }),
    ...(step.remind !== undefined && { remindSeconds: step.remind }),
    ...(step.owner && { owner: step.owner }),
    ...(step.escalate && { escalate: step.escalate }),
    required: step.required ?? false,
    ...(step['visible-to'] && { visibleTo: step['visible-to'] }),
    ...(step['cares-for'] && { caresFor: step['cares-for'] }),
  };
}

type Lists = SharedFiles['lists'];

function buildQuestions(step: StepFile, path: Path, lists: Lists) {
  const built = Object.entries(step.ask ?? {}).map(
    ([field, question]) => [field, buildQuestion(question, [...path, 'ask', field], lists)] as const,
  );
  return {
    value: Object.fromEntries(built.map(([field, { value }]): [string, Question] => [field, value])),
    findings: built.flatMap(([, { findings }]) => findings),
  };
}

type BuiltQuestion = { readonly value: Question; readonly findings: readonly Finding[] };

function buildQuestion(given: QuestionFile, path: Path, lists: Lists): BuiltQuestion {
  const { label, hint, optional } = given;
  const asked = { label, ...(hint && { hint }), ...(optional && { optional }) };
  for (const type of ['one-of', 'many-of'] as const) {
    const choice = given[type];
    if (choice === undefined) continue;
    if (typeof choice !== 'string') return { value: { ...asked, type, options: asOptions(choice) }, findings: [] };
    const options = lists.get(choice);
    return {
      value: { ...asked, type, options: options ?? [] },
      findings: options ? [] : [unknownWord([...path, type], 'list.unknown', choice, [...lists.keys()], aList)],
    };
  }
  return { value: { ...asked, ...plainType(given) }, findings: [] };
}

function plainType(given: QuestionFile) {
  if (given.number) return { type: 'number', ...given.number } as const;
  if (given['yes-no']) return { type: 'yes-no' } as const;
  return given['date-time'] ? ({ type: 'date-time' } as const) : ({ type: 'text' } as const);
}

const asOptions = (options: Exclude<NonNullable<QuestionFile['one-of']>, string>): Option[] =>
  Object.entries(options).map(([id, label]) => ({ id, label }));

const nowhere: Situation = { id: '', icon: '', title: { zh: '', en: '' }, position: 0 };
const aRegister = { zh: '台账', en: 'register' };
const aSituation = { zh: '情形', en: 'situation' };
const aList = { zh: '选项表', en: 'list' };
