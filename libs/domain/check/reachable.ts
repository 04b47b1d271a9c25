import type { Condition, Playbook, Question, Step } from '../engine';

/** A condition that must hold, or must not. */
type Goal = { readonly condition: Condition; readonly holds: boolean };
type FieldCondition = Extract<Condition, { readonly field: string }>;

/** What may still be: per field its answer; per option of a `many-of` question (`field option`) whether it is chosen. */
type Choices = ReadonlyMap<string, ReadonlySet<unknown>>;
type Narrowing = readonly [variable: string, fits: (choice: unknown) => boolean];

type Asked = { readonly step: Step; readonly question: Question };

/** The step was skipped or not needed, or the question is optional. */
const unanswered = Symbol('unanswered');
const answered = Symbol('answered');

/** More branches than any readable condition has; past it a step counts as reachable rather than block a server. */
const maxBranches = 20_000;

/**
 * Whether some answers make `step` needed. Narrows, goal by goal, what each answer may be. An answer can only exist when
 * the step that asks for it is needed, and must exist when that step is required and the question not optional; where
 * both ways stay open one of them always fits, so only contradictions have to be looked for.
 */
export function isReachable(playbook: Playbook, step: Step): boolean {
  if (!step.when) return true;
  const askedBy = new Map<string, Asked>(
    playbook.steps.flatMap((one) =>
      Object.entries(one.ask).map(([field, question]) => [field, { step: one, question }]),
    ),
  );
  let branches = 0;

  const solve = ([goal, ...rest]: readonly Goal[], choices: Choices): boolean => {
    branches += 1;
    if (!goal || branches > maxBranches) return true;
    const { condition, holds } = goal;
    if ('not' in condition) return solve([{ condition: condition.not, holds: !holds }, ...rest], choices);
    if ('field' in condition) {
      const asked = askedBy.get(condition.field);
      return (
        !!asked &&
        ways(condition, holds, asked.question).some((way) => take(way, condition.field, asked, rest, choices))
      );
    }
    const isAll = 'all' in condition;
    const parts = (isAll ? condition.all : condition.any).map((part): Goal => ({ condition: part, holds }));
    return isAll === holds
      ? solve([...parts, ...rest], choices)
      : parts.some((part) => solve([part, ...rest], choices));
  };

  const take = (way: readonly Narrowing[], field: string, asked: Asked, rest: readonly Goal[], choices: Choices) => {
    const narrowed = narrow(way, field, asked.question, choices);
    return narrowed !== null && solve([...consequences(field, asked, choices, narrowed), ...rest], narrowed);
  };

  return solve([{ condition: step.when, holds: true }], new Map());
}

/** The ways in which a condition on one field can hold, or fail. */
function ways({ field, in: listed }: FieldCondition, holds: boolean, question: Question): Narrowing[][] {
  const isListed = (choice: unknown) => listed.some((value) => value === choice);
  if (question.type !== 'many-of') return [[[field, (choice) => isListed(choice) === holds]]];
  const chosen = (option: unknown, yes: boolean): Narrowing => [
    `${field} ${String(option)}`,
    (choice) => choice === yes,
  ];
  if (!holds) return [listed.map((option) => chosen(option, false))];
  return listed.map((option) => [[field, (choice) => choice === answered], chosen(option, true)]);
}

/** The choices left, or null when nothing is. A `many-of` question with no option chosen counts as unanswered. */
function narrow(way: readonly Narrowing[], field: string, question: Question, before: Choices): Choices | null {
  const choices = new Map(before);
  const apply = ([variable, fits]: Narrowing): boolean => {
    const all = choices.get(variable) ?? (variable === field ? possible(question) : [true, false]);
    const left = new Set([...all].filter(fits));
    choices.set(variable, left);
    return left.size > 0;
  };
  if (!way.every(apply)) return null;
  if (question.type !== 'many-of') return choices;
  const isOut = (id: string) => choices.get(`${field} ${id}`)?.has(true) === false;
  if (!question.options.every(({ id }) => isOut(id))) return choices;
  return apply([field, (choice) => choice === unanswered]) ? choices : null;
}

/** What follows for the step that asks, once it is certain that there is an answer, or that there is none. */
function consequences(field: string, { step, question }: Asked, before: Choices, now: Choices): Goal[] {
  const was = before.get(field) ?? possible(question);
  const left = now.get(field) ?? possible(question);
  if (was.has(unanswered) && !left.has(unanswered)) return step.when ? [{ condition: step.when, holds: true }] : [];
  if (was.size === 1 || left.size > 1 || !left.has(unanswered)) return [];
  return step.required && !question.optional ? [{ condition: step.when ?? { all: [] }, holds: false }] : [];
}

function possible(question: Question): ReadonlySet<unknown> {
  if (question.type === 'one-of') return new Set([...question.options.map(({ id }) => id), unanswered]);
  return new Set(question.type === 'yes-no' ? [true, false, unanswered] : [answered, unanswered]);
}
