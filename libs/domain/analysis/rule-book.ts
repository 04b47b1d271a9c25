import { atLeastOf } from './chance';
import {
  areAllOnOneSide,
  areFourOfFiveOff,
  areTwoOfThreeFar,
  isAlternating,
  isBeyondLimits,
  isTrend,
  type Plotted,
  type RunRule,
} from './run-rules';
import { chanceBeyond, chanceOf, chanceOfSide, type Side } from './zones';

type Rule = {
  /** The periods that show the pattern on that side, the last of all being the last of them; null when it is not there. */
  readonly find: <P extends Plotted>(points: readonly P[], side: Side) => readonly P[] | null;
  /** How likely these periods show it on that side by luck, their rate being that of the baseline. */
  readonly chance: (points: readonly Plotted[], side: Side) => number;
};

/** Orders of six values, and those of fourteen that go up and down in turn and end with a step up (the secant number). */
const ordersOfSix = 720;
const zigzagsOfFourteen = 199_360_981 / 87_178_291_200;

/**
 * The rules by name. The chances of the first four are exact for Poisson counts of these expectations, and
 * normal where the spread is beyond chance; those of `trend`
 * and `alternating` are exact for equal exposures without ties, and a little high with ties.
 */
export const ruleBook: Readonly<Record<RunRule, Rule>> = {
  beyond_limits: {
    find: lastOf(1, isBeyondLimits),
    chance: ([point], side) => (point === undefined ? 1 : chanceOf(point.count, side, point)),
  },
  two_of_three: {
    find: lastOf(3, areTwoOfThreeFar),
    chance: (points, side) => atLeastOf(beyondEach(2, points, side), 2),
  },
  four_of_five: {
    find: lastOf(5, areFourOfFiveOff),
    chance: (points, side) => atLeastOf(beyondEach(1, points, side), 4),
  },
  one_side: { find: longEnoughRun, chance: chanceOfRun },
  trend: { find: lastOf(6, isTrend), chance: () => 1 / ordersOfSix },
  alternating: { find: lastOf(14, isAlternating), chance: () => zigzagsOfFourteen },
};

const beyondEach = (zone: number, points: readonly Plotted[], side: Side): number[] =>
  points.map((point) => chanceBeyond(zone, side, point));

/** A pattern of a fixed number of periods. */
function lastOf(length: number, isMet: (points: readonly Plotted[], side: Side) => boolean): Rule['find'] {
  return (points, side) => {
    const last = points.slice(-length);
    return last.length === length && isMet(last, side) ? last : null;
  };
}

/**
 * Nine on one side are as rare as nine tosses of a coin only when both sides are equally likely. A Poisson count is
 * below its mean more often than above (of 1.3 expected, 0 or 1 come in 63 of 100 periods), so a run there must be longer.
 */
const shortestRun = 9;

function longEnoughRun<P extends Plotted>(points: readonly P[], side: Side): readonly P[] | null {
  for (let length = shortestRun; length <= points.length; length += 1) {
    const run = points.slice(-length);
    if (!areAllOnOneSide(run, side)) return null;
    if (chanceOfRun(run, side) <= 0.5 ** shortestRun) return run;
  }
  return null;
}

function chanceOfRun(points: readonly Plotted[], side: Side): number {
  return points.reduce((all, point) => all * chanceOfSide(side, point), 1);
}
