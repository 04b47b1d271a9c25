import type { Expectation, Side } from './zones';

/** A period as the rules see it. */
export type Plotted = Expectation & {
  readonly count: number;
  /** Count per exposure. */
  readonly rate: number;
  /** In standard deviations, see `deviation`. */
  readonly deviation: number;
};

/**
 * The run rules, as questions about the last periods, oldest first: does the last of them complete the pattern on that
 * side? `beyond_limits` to `one_side` are the four of the Western Electric Statistical Quality Control Handbook (1956,
 * pp. 25-28), with nine (or more, see `rule-book.ts`) instead of eight on one side as L. S. Nelson has it; `beyond_limits`, `one_side`, `trend` and
 * `alternating` are Nelson's first four: The Shewhart control chart - tests for special causes, J. Quality Technology 16
 * (1984) 237-239.
 */
export type RunRule = 'beyond_limits' | 'two_of_three' | 'four_of_five' | 'one_side' | 'trend' | 'alternating';

/** Is it beyond the control limits (3 σ)? */
export const isBeyondLimits = (points: readonly Plotted[], side: Side): boolean => lastIsBeyond(3, points, side);

/** Are two of three beyond 2 σ on one side? */
export const areTwoOfThreeFar = (points: readonly Plotted[], side: Side): boolean =>
  lastIsBeyond(2, points, side) && howManyBeyond(2, points, side) >= 2;

/** Are four of five beyond 1 σ on one side? */
export const areFourOfFiveOff = (points: readonly Plotted[], side: Side): boolean =>
  lastIsBeyond(1, points, side) && howManyBeyond(1, points, side) >= 4;

/** Are all on one side of the centre line? One on the line ends the run. */
export const areAllOnOneSide = (points: readonly Plotted[], side: Side): boolean =>
  points.every(({ count, expected }) => (side === 'above' ? count > expected : count < expected));

/** Does each of six lie higher (above) or lower (below) than the one before? */
export const isTrend = (points: readonly Plotted[], side: Side): boolean =>
  steps(points).every((step) => (side === 'above' ? step > 0 : step < 0));

/** Do fourteen go up and down in turn, the last step up (above) or down (below)? */
export const isAlternating = (points: readonly Plotted[], side: Side): boolean =>
  steps(points)
    .toReversed()
    .every((step, back) => ((side === 'above') === (back % 2 === 0) ? step > 0 : step < 0));

const isBeyond = (zone: number, { deviation }: Plotted, side: Side): boolean =>
  side === 'above' ? deviation > zone : deviation < -zone;

const howManyBeyond = (zone: number, points: readonly Plotted[], side: Side): number =>
  points.filter((point) => isBeyond(zone, point, side)).length;

const lastIsBeyond = (zone: number, points: readonly Plotted[], side: Side): boolean => {
  const last = points.at(-1);
  return last !== undefined && isBeyond(zone, last, side);
};

const steps = (points: readonly Plotted[]): number[] =>
  points.slice(1).map(({ rate }, at) => rate - (points[at]?.rate ?? rate));
