/** The loops without which no call goes out in time, or nobody would notice: each must turn in at least one process. */
export const vitalLoops: readonly string[] = ['relay', 'sweep', 'send', 'canary', 'audit'];

/** A vital loop may be silent for so long before calls count as unreliable; within a minute it is told (reliability §3, 26). */
export const vitalSilenceSeconds = 50;

/**
 * How old the last round of a loop may be: three of its paces, and ten seconds, five of which a heartbeat may lie
 * before it is written.
 */
export const allowedSilence = (everyMs: number): number => (3 * everyMs) / 1_000 + 10;
