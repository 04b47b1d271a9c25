/** What this device last heard of the engine. */
export type Heard = {
  /** Seconds since the engine's last cycle, as the last answer said; null when it could not say. */
  readonly cycleSeconds: number | null;
  /** When that answer came; before the first one, when this device began to ask. */
  readonly heardAt: Date;
  /** Whether the latest question stayed without an answer. */
  readonly silent: boolean;
};

export const patienceSeconds = 60;

/**
 * Whether people have to be warned that alerts may be late: `engine` when it is known to stand still, `server` when
 * nothing was heard for as long as that; null when all is well, as far as is known.
 */
export function mayBeDelayed({ cycleSeconds, heardAt, silent }: Heard, time: Date): 'engine' | 'server' | null {
  if (cycleSeconds === null || cycleSeconds > patienceSeconds) return 'engine';
  return silent && time.getTime() - heardAt.getTime() > patienceSeconds * 1_000 ? 'server' : null;
}
