import { oneIn } from './chance';
import { ruleBook } from './rule-book';
import type { Plotted, RunRule } from './run-rules';
import type { Side } from './zones';

/** Something that luck does not explain well, as data for a sentence. */
export type Signal = {
  readonly rule: RunRule;
  readonly side: Side;
  /** The period that completes the pattern, and the first of those it looks at. */
  readonly period: string;
  readonly since: string;
  /** Events in these periods, and how many the baseline lets expect. */
  readonly observed: number;
  readonly expected: number;
  /** How likely this, or more of it, is by luck; and the same as "1 in N". */
  readonly chance: number;
  readonly oneIn: number;
};

const sides: readonly Side[] = ['above', 'below'];

/**
 * The signals of periods of one phase, in order. A pattern of several periods that goes on is told once, when it begins;
 * a period beyond the limits is told each time.
 */
export function signalsOf(
  points: readonly (Plotted & { readonly key: string })[],
  rules: readonly RunRule[],
): Signal[] {
  const found = (upTo: number, rule: RunRule, side: Side) => ruleBook[rule].find(points.slice(0, upTo), side);
  return points.flatMap(({ key }, at) =>
    rules.flatMap((rule) =>
      sides.flatMap((side) => {
        const pattern = found(at + 1, rule, side);
        if (pattern === null || (rule !== 'beyond_limits' && found(at, rule, side) !== null)) return [];
        const chance = ruleBook[rule].chance(pattern, side);
        return [
          {
            ...{ rule, side, period: key, since: pattern[0]?.key ?? key },
            observed: pattern.reduce((sum, { count }) => sum + count, 0),
            expected: pattern.reduce((sum, { expected }) => sum + expected, 0),
            ...{ chance, oneIn: oneIn(chance) },
          },
        ];
      }),
    ),
  );
}
