/** What this device last heard of the engine. */
export type Heard = {
  /** What the last answer said: the engine stands still. */
  readonly delayed: boolean;
  /** When that answer came; before the first one, when this device began to ask. */
  readonly heardAt: Date;
  /** Whether the latest question stayed without an answer. */
  readonly silent: boolean;
};

/** So long nothing has to be heard of the server before people are warned. */
const patienceSeconds = 60;

/**
 * Whether people have to be warned that alerts may be late: `engine` when it is known to stand still, `server` when
 * nothing was heard for as long as that; null when all is well, as far as is known.
 */
export function mayBeDelayed({ delayed, heardAt, silent }: Heard, time: Date): 'engine' | 'server' | null {
  if (delayed) return 'engine';
  return silent && time.getTime() - heardAt.getTime() > patienceSeconds * 1_000 ? 'server' : null;
}
