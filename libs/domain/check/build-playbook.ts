import type { Condition, Playbook, Question, Step } from '../engine';
import type { Finding } from './finding';
import { type Askable, readCondition } from './read-condition';
import type { PlaybookFile, QuestionFile, StepFile } from './schema';

/** From the author's form to the engine's: lists for single texts, seconds for times, `after` the step before. */
export function buildPlaybook(file: PlaybookFile): { readonly playbook: Playbook; readonly findings: Finding[] } {
  const asked = file.steps.map((step) => buildQuestions(step));
  const askable: Askable = new Map(asked.flatMap((questions) => Object.entries(questions)));
  const findings: Finding[] = [];
  const steps = file.steps.map((step, index): Step => {
    const before = file.steps[index - 1];
    const built = buildStep(step, asked[index] ?? {}, before ? [before.id] : []);
    if (step.when === undefined) return built;
    const when = readCondition(step.when, ['steps', index, 'when'], askable);
    findings.push(...when.findings);
    return withCondition(built, when.condition);
  });
  const { id, number, kind, severity, register, icon, title, summary, search, escalate } = file;
  const playbook: Playbook = {
    ...{ id, number, kind, severity, ...(register && { register }), icon, title, summary, search },
    ...(escalate && { escalate }),
    overduePolicy: file['overdue-policy'] ?? 'overdue',
    steps,
  };
  return { playbook, findings };
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
    ...(step.owner && { owner: step.owner }),
    ...(step.escalate && { escalate: step.escalate }),
    required: step.required ?? false,
  };
}

const withCondition = (step: Step, when: Condition): Step => ({ ...step, when });

const buildQuestions = (step: StepFile): Record<string, Question> =>
  Object.fromEntries(Object.entries(step.ask ?? {}).map(([field, question]) => [field, buildQuestion(question)]));

function buildQuestion(given: QuestionFile): Question {
  const { label, hint, optional } = given;
  const asked = { label, ...(hint && { hint }), ...(optional && { optional }) };
  if (given['one-of']) return { ...asked, type: 'one-of', options: buildOptions(given['one-of']) };
  if (given['many-of']) return { ...asked, type: 'many-of', options: buildOptions(given['many-of']) };
  if (given.number) return { ...asked, type: 'number', ...given.number };
  if (given['yes-no']) return { ...asked, type: 'yes-no' };
  return given['date-time'] ? { ...asked, type: 'date-time' } : { ...asked, type: 'text' };
}

const buildOptions = (options: NonNullable<QuestionFile['one-of']>) =>
  Object.entries(options).map(([id, label]) => ({ id, label }));
