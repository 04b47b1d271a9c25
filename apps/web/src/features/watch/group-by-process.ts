import type { Heartbeat } from '../../lib/types';

/** Heartbeats by process, in the order they come; within one, those that stand still first. */
export function groupByProcess(
  heartbeats: readonly Heartbeat[],
): readonly { readonly process: string; readonly beats: readonly Heartbeat[] }[] {
  const processes = [...new Set(heartbeats.map(({ process }) => process))];
  return processes.map((process) => ({
    process,
    beats: heartbeats
      .filter((beat) => beat.process === process)
      .toSorted((one, other) => Number(one.fresh) - Number(other.fresh)),
  }));
}
