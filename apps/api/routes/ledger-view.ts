import type { LedgerLine } from '@zenmeban/notifications';

/** A line as the contract shows it. */
export function lineView(line: LedgerLine) {
  const { id, kind, incident, site, template, level, reason, channel, channelName, recipient, state } = line;
  const { plannedAt, promisedBy, sentAt, acceptedAt, lateSeconds, attempts, repaired } = line;
  const { acknowledgedAt, acknowledgedBy, because } = line;
  return {
    ...{ id, kind, incident, site, template, level, reason, channel, channelName, recipient, state },
    ...{ plannedAt, promisedBy, sentAt, acceptedAt, lateSeconds, attempts, repaired },
    ...{ acknowledgedAt, acknowledgedBy, because },
  };
}
