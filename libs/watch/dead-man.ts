/** Of the last round: whether it was clean, and how the call that followed went. */
export type PingRow = { clean: boolean; pingedAt: Date | null; pingError: string | null; lastPingAt: Date | null };

/**
 * How the watcher outside is being called. `silent`: not, because the last round was not clean; `waiting`: not yet,
 * because there was no round, or no canary has come through; `off`: no address is named.
 */
export type DeadMan = {
  readonly configured: boolean;
  readonly state: 'off' | 'pinged' | 'silent' | 'failed' | 'waiting';
  readonly lastPingAt: Date | null;
  readonly error: string | null;
};

/** @param last null = there was no round yet */
export function deadManOf(configured: boolean, last: PingRow | null): DeadMan {
  const state = configured ? stateAfter(last) : 'off';
  return { configured, state, lastPingAt: last?.lastPingAt ?? null, error: last?.pingError ?? null };
}

function stateAfter(last: PingRow | null): DeadMan['state'] {
  if (last === null) return 'waiting';
  if (!last.clean) return 'silent';
  if (last.pingError !== null) return 'failed';
  return last.pingedAt === null ? 'waiting' : 'pinged';
}
