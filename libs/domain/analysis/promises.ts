import type { RunRule } from './run-rules';

/** What a set of rules promises of a chart with a baseline of 26 periods; `simulated.spec.ts` holds it to that. */
export type Promised = {
  readonly rules: readonly RunRule[];
  /**
   * At most this share of the periods after the baseline alarms when nothing changed, whatever is expected of one; twice
   * that when the limits heed a spread that the baseline itself had to show (`overDispersed`).
   */
  readonly falseAlarmShare: number;
  /** Within how many periods 95 of 100 doubled rates are found, from so many expected events a period on. */
  readonly doubledFoundWithin: readonly { readonly expected: number; readonly periods: number }[];
};

/** Beyond the limits, and nine or more on one side: seldom enough to be read every week. */
export const usual: Promised = {
  rules: ['beyond_limits', 'one_side'],
  falseAlarmShare: 0.01,
  doubledFoundWithin: [
    { expected: 5, periods: 12 },
    { expected: 12, periods: 5 },
    { expected: 50, periods: 2 },
  ],
};

/** All four of the Western Electric Handbook: quicker for small counts, for twice the false alarms. */
export const westernElectric: Promised = {
  rules: ['beyond_limits', 'two_of_three', 'four_of_five', 'one_side'],
  falseAlarmShare: 0.02,
  doubledFoundWithin: [
    { expected: 2, periods: 40 },
    { expected: 5, periods: 8 },
    { expected: 12, periods: 4 },
  ],
};
