import { DomainError, type FieldProblem } from '../engine';

/** What happened at a place or in a period: how often, among how many visitors (or open hours, or days). */
export type Observed = {
  /** Events, a whole number. */
  readonly count: number;
  /** What they are counted against, in one unit for all that is compared; not zero. */
  readonly exposure: number;
};

/** Lower and upper end; `upper` is null when nothing bounds it. */
export type Interval = { readonly lower: number; readonly upper: number | null };

/** Both ends known. */
export type Span = { readonly lower: number; readonly upper: number };

/** The problem, when a value is not a whole number from 0 on. */
export const countProblem = (path: string, value: number): FieldProblem[] =>
  Number.isSafeInteger(value) && value >= 0
    ? []
    : [
        {
          path,
          code: 'not_a_count',
          message: { zh: '须为不小于 0 的整数。', en: 'This must be a whole number that is not negative.' },
        },
      ];

/** The problem, when a value is not a finite number above 0. */
export const positiveProblem = (path: string, value: number): FieldProblem[] =>
  Number.isFinite(value) && value > 0
    ? []
    : [{ path, code: 'not_positive', message: { zh: '须为大于 0 的数。', en: 'This must be a number above zero.' } }];

/** The problem, when a value is not a finite number from 0 on. */
export const amountProblem = (path: string, value: number): FieldProblem[] =>
  Number.isFinite(value) && value >= 0
    ? []
    : [
        {
          path,
          code: 'negative',
          message: { zh: '须为不小于 0 的数。', en: 'This must be a number that is not negative.' },
        },
      ];

/** The problem, when a value does not lie between 0 and 1 (neither of them). */
export const shareProblem = (path: string, value: number): FieldProblem[] =>
  value > 0 && value < 1 ? [] : [notAShare(path)];

/** The problem, when a value does not lie between 0 and 1 (both allowed). */
export const shareOrEndProblem = (path: string, value: number): FieldProblem[] =>
  value >= 0 && value <= 1 ? [] : [notAShare(path)];

const notAShare = (path: string): FieldProblem => ({
  path,
  code: 'not_a_share',
  message: { zh: '须介于 0 与 1 之间。', en: 'This must lie between 0 and 1.' },
});

/** The problems of an observation. */
export const observedProblems = (path: string, { count, exposure }: Observed): FieldProblem[] => [
  ...countProblem(`${path}.count`, count),
  ...positiveProblem(`${path}.exposure`, exposure),
];

/** Refuses figures that nothing can be computed from, all at once, each by its path. */
export function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return;
  throw new DomainError(
    'invalid',
    'analysis.bad_figures',
    { zh: '这些数字无法用于分析，请核对。', en: 'Nothing can be computed from these figures; please check them.' },
    problems,
  );
}
