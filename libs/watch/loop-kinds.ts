/** The loops without which no call goes out in time, or nobody would notice: each must turn in at least one process. */
export const vitalLoops = ['relay', 'sweep', 'send', 'canary', 'audit'] as const;

/** A vital loop that has not turned anywhere for so long makes the health check fail. */
export const vitalWithinSeconds = 60;

/** How old the last round of a loop may be before it is a finding: three paces, and five seconds for the writing. */
export const freshSeconds = (everyMs: number): number => (3 * everyMs) / 1_000 + 5;
