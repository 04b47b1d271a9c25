import type { LedgerCounts, LedgerLine, LedgerSummary } from './ledger';

/** The figures of a few lines that are read already, as `Ledger.summary` counts those of a period. */
export function summaryOfLines(lines: readonly LedgerLine[]): LedgerSummary {
  const people = lines.filter((line) => !isToChannel(line));
  const worst = people.reduce<LedgerLine | null>(
    (latest, line) => (line.state === 'late' && line.lateSeconds > (latest?.lateSeconds ?? 0) ? line : latest),
    null,
  );
  return {
    ...countsOf(people),
    nobody: people.filter(({ state }) => state === 'nobody').length,
    acknowledged: people.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
    worstLateSeconds: worst?.lateSeconds ?? 0,
    because: worst?.because ?? null,
    medianSecondsToAcknowledge: median(secondsToAcknowledge(lines)),
    channels: countsOf(lines.filter(isToChannel)),
  };
}

/** Told to the robot of a group or to a system, not to somebody. */
const isToChannel = ({ kind, recipient }: LedgerLine) => kind === 'notice' && recipient === null;

function countsOf(lines: readonly LedgerLine[]): LedgerCounts {
  const inState = (state: LedgerLine['state']) => lines.filter((line) => line.state === state).length;
  return {
    planned: lines.length,
    ...{ onTime: inState('on_time'), late: inState('late'), failed: inState('failed') },
    ...{ withdrawn: inState('withdrawn'), waiting: inState('waiting') },
    repaired: lines.filter(({ repaired }) => repaired).length,
  };
}

/** One figure for each chain: from its beginning to its acknowledgement. */
function secondsToAcknowledge(lines: readonly LedgerLine[]): number[] {
  const chains = new Map<string | null, number>();
  for (const { acknowledgedAt, chainStartedAt, escalationId } of lines)
    if (acknowledgedAt && chainStartedAt)
      chains.set(escalationId, (acknowledgedAt.getTime() - chainStartedAt.getTime()) / 1_000);
  return [...chains.values()];
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
