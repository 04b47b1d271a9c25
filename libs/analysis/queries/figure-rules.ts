/**
 * The key figures, each with its formula as conditions on a complaint, whose fact is `f`.
 * The same condition counts a figure and finds the incidents behind it. Formulas are those of the measures of complaint
 * handling (SPSO indicators, ServiceNow, ISO 10002), as each says; where the source counts closed complaints, resolved
 * ones are counted here, because the customer's part is over then.
 */

/** A share: of those for which `outOf` holds, how many `counted`. */
export type ShareRule = { readonly counted: string; readonly outOf: string };

const isEnded = `f.resolved_seconds IS NOT NULL`;
const isOpen = `f.status IN ('open', 'in_progress', 'reopened')`;
const hasAnswered = `f.satisfaction IN ('satisfied', 'partly', 'dissatisfied')`;

export const shareRules = {
  /**
   * On-time closure: resolved within the playbook's time ÷ those with such a time that are resolved or already late
   * (SPSO, on-time closure). One that is open and still has time is in neither.
   */
  within_target: { counted: 'f.within_target', outOf: 'f.within_target IS NOT NULL' },
  /**
   * Upheld rate: justified, wholly or partly ÷ decided (SPSO indicator 3). What could not be found out is not decided.
   */
  justified: { counted: `f.justified IN ('yes', 'partly')`, outOf: `f.justified IN ('yes', 'partly', 'no')` },
  /** Reopened at least once ÷ resolved at least once (reopened ÷ closed, ServiceNow). */
  reopened: { counted: 'f.reopened > 0', outOf: `(${isEnded} OR f.reopened > 0)` },
  /**
   * Escalated ÷ received: somebody above the first level was called. The first level is how every complaint is
   * reported, so it is no escalation.
   */
  escalated: { counted: 'f.levels_called > 1', outOf: 'true' },
  /** Resolved without escalation ÷ resolved (resolved on the floor; SPSO indicator 2, frontline). */
  solved_on_floor: { counted: `${isEnded} AND f.levels_called <= 1`, outOf: isEnded },
  /** Satisfied ÷ those who said how they are; only "satisfied" counts, "partly" does not. */
  satisfaction: { counted: `f.satisfaction = 'satisfied'`, outOf: hasAnswered },
  /** Who said how they are ÷ resolved: how far the figure above can be trusted. "Not reached" is no response. */
  satisfaction_response: { counted: `${isEnded} AND ${hasAnswered}`, outOf: isEnded },
  /**
   * Near breach: open with more than 80 % of the playbook's time elapsed, those past it included ÷ open with such a time
   * (ServiceNow). As it is now.
   */
  near_breach: {
    counted: `${isOpen} AND app.app_now() > f.received_at + 0.8 * (f.resolve_by - f.received_at)`,
    outOf: `${isOpen} AND f.resolve_by IS NOT NULL`,
  },
} as const satisfies Record<string, ShareRule>;

export type ShareId = keyof typeof shareRules;

/**
 * Times from receipt, in seconds: the median and the 90th percentile (Hyndman & Fan's definition 7, which is Postgres'
 * `percentile_cont`) of those it has happened to. Complaints still waiting for it are in none, so look at how many of all
 * were measured.
 */
export const durationRules = {
  /** To the first step that was settled, or the first acknowledgement. */
  first_response: 'f.first_response_seconds',
  /** To the first acknowledgement. */
  acknowledgement: 'f.acknowledged_seconds',
  /** To the resolution. */
  resolution: 'f.resolved_seconds',
} as const;

export type DurationId = keyof typeof durationRules;
