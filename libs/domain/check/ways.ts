import {
  type Answer,
  type Answers,
  type Condition,
  evaluate,
  type Playbook,
  type Question,
  type Step,
  stepsOfRun,
} from '../engine';

/** What became of a step on one way: `not_needed` when its condition was false there. */
export type Outcome = 'done' | 'skipped' | 'not_needed';

/**
 * One answer that decides something, standing for all that decide the same: `options` are those of a question with
 * options that make no difference to each other, of which `answer` is the first.
 */
export type Decision = {
  readonly stepId: string;
  /** Null: the step was skipped. */
  readonly answers: Answers | null;
  /** Per field, the options that lead the same way; of a `many-of`, the ones chosen together. Empty: unanswered. */
  readonly alike: Readonly<Record<string, readonly (string | boolean)[]>>;
};

/** One way through a playbook: what was decided, in order, and what became of each step. */
export type Way = {
  readonly decisions: readonly Decision[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly answers: Answers;
};

/** More ways than anybody could review; a playbook with more is refused rather than half proved. */
export const maxWays = 2_000;

/** Bounds the work on a hostile file; every real one stays far below. */
const maxEvaluations = 150_000;

/**
 * Every way through a playbook, by trying all combinations of the answers its conditions mention (`more` adds
 * conditions from elsewhere). Answers that no condition tells apart are tried once. A step that may be skipped is also
 * skipped where that makes a difference. Null: more than `maxWays`.
 *
 * For playbooks whose steps do not wait for each other in a circle.
 */
export function waysThrough(playbook: Playbook, more: readonly Condition[] = []): Way[] | null {
  const steps = inTurn(stepsOfRun(playbook));
  const atoms = new Atoms([
    ...steps.flatMap(({ when }) => when ?? []),
    ...(playbook.restrictedWhen ? [playbook.restrictedWhen] : []),
    ...more,
  ]);
  const choices = new Map(steps.map((step) => [step.id, choicesOf(step, atoms)]));
  const ways: Way[] = [];
  let evaluations = 0;

  /** Goes on from the step at `index`; false = too many. */
  const go = (index: number, way: Way): boolean => {
    const step = steps[index];
    if (!step) return ways.push(way) <= maxWays;
    evaluations += 1 + (step.when ? sizeOf(step.when) : 0);
    if (evaluations > maxEvaluations) return false;
    if (step.when && !evaluate(step.when, way.answers)) {
      return go(index + 1, { ...way, outcomes: new Map(way.outcomes).set(step.id, 'not_needed') });
    }
    return (choices.get(step.id) ?? []).every((decision) => {
      const outcomes = new Map(way.outcomes).set(step.id, decision.answers ? 'done' : 'skipped');
      const decides = Object.keys(decision.alike).length > 0 || !decision.answers;
      return go(index + 1, {
        outcomes,
        answers: { ...way.answers, ...decision.answers },
        decisions: decides ? [...way.decisions, decision] : way.decisions,
      });
    });
  };

  return go(0, { decisions: [], outcomes: new Map(), answers: {} }) ? ways : null;
}

/** The steps so that each stands after all it waits for, otherwise as in the file. */
export function inTurn(steps: readonly Step[]): Step[] {
  const left = [...steps];
  const placed = new Set<string>();
  const turn: Step[] = [];
  while (left.length > 0) {
    const index = left.findIndex(({ after }) => after.every((id) => placed.has(id)));
    const [next] = left.splice(Math.max(0, index), 1);
    if (!next) break;
    placed.add(next.id);
    turn.push(next);
  }
  return turn;
}

type FieldCondition = Extract<Condition, { readonly field: string }>;

/** The conditions on single fields, by field: what there is to tell answers apart by. */
class Atoms {
  private readonly byField = new Map<string, FieldCondition[]>();

  constructor(conditions: readonly Condition[]) {
    for (const condition of conditions) this.add(condition);
  }

  decides(field: string): boolean {
    return this.byField.has(field);
  }

  /** Which of the conditions on the field hold, as a text. */
  signature(field: string, answer: Answer | undefined): string {
    const answers = answer === undefined ? {} : { [field]: answer };
    return (this.byField.get(field) ?? []).map((atom) => (evaluate(atom, answers) ? 1 : 0)).join('');
  }

  private add(condition: Condition): void {
    if ('all' in condition) for (const part of condition.all) this.add(part);
    else if ('any' in condition) for (const part of condition.any) this.add(part);
    else if ('not' in condition) this.add(condition.not);
    else this.byField.set(condition.field, [...(this.byField.get(condition.field) ?? []), condition]);
  }
}

/** What can be decided at one step: a `Decision` for each combination that matters. */
function choicesOf(step: Step, atoms: Atoms): Decision[] {
  const fields = Object.entries(step.ask).filter(([field]) => atoms.decides(field));
  let combinations: { answers: Answers; alike: Decision['alike']; signature: string }[] = [
    { answers: {}, alike: {}, signature: '' },
  ];
  for (const [field, question] of fields) {
    const answers = answersTo(field, question, atoms);
    combinations = combinations
      .flatMap((before) =>
        answers.map(({ answer, alike, signature }) => ({
          answers: answer === undefined ? before.answers : { ...before.answers, [field]: answer },
          alike: { ...before.alike, [field]: alike },
          signature: `${before.signature} ${signature}`,
        })),
      )
      .slice(0, maxWays + 1);
  }
  const decisions = combinations.map(({ answers, alike }): Decision => ({ stepId: step.id, answers, alike }));
  if (step.required || fields.length === 0) return decisions;
  const unanswered = fields.map(([field]) => ` ${atoms.signature(field, undefined)}`).join('');
  const sameAsSome = combinations.some(({ signature }) => signature === unanswered);
  return sameAsSome ? decisions : [...decisions, { stepId: step.id, answers: null, alike: {} }];
}

type AnswerClass = {
  readonly answer: Answer | undefined;
  readonly alike: readonly (string | boolean)[];
  readonly signature: string;
};

/** One answer for each way in which the conditions on the field can hold or fail together. */
function answersTo(field: string, question: Question, atoms: Atoms): AnswerClass[] {
  const classes = new Map<string, AnswerClass>();
  const add = (answer: Answer | undefined, alike: readonly (string | boolean)[]) => {
    const signature = atoms.signature(field, answer);
    const before = classes.get(signature);
    if (!before) classes.set(signature, { answer, alike, signature });
    else if (question.type !== 'many-of') classes.set(signature, { ...before, alike: [...before.alike, ...alike] });
  };
  if (question.type === 'many-of') {
    for (const chosen of selections(field, question, atoms)) add(chosen, chosen);
  } else {
    const all = question.type === 'yes-no' ? [true, false] : question.type === 'one-of' ? idsOf(question) : [];
    for (const one of all) add(one, [one]);
  }
  if (question.optional) add(undefined, []);
  return [...classes.values()];
}

/** Selections of a `many-of` question: one option for each kind of option, and every union of these. */
function selections(field: string, question: Extract<Question, { type: 'many-of' }>, atoms: Atoms): string[][] {
  const kinds = new Map<string, string>();
  for (const id of idsOf(question)) {
    const signature = atoms.signature(field, [id]);
    if (!kinds.has(signature)) kinds.set(signature, id);
  }
  let unions: string[][] = [[]];
  for (const id of kinds.values()) unions = [...unions, ...unions.map((union) => [...union, id])].slice(0, maxWays + 1);
  return unions.filter((union) => union.length > 0);
}

const idsOf = (question: Extract<Question, { type: 'one-of' | 'many-of' }>) => question.options.map(({ id }) => id);

function sizeOf(condition: Condition): number {
  if ('all' in condition) return 1 + condition.all.reduce((sum, part) => sum + sizeOf(part), 0);
  if ('any' in condition) return 1 + condition.any.reduce((sum, part) => sum + sizeOf(part), 0);
  return 'not' in condition ? 1 + sizeOf(condition.not) : 1;
}
