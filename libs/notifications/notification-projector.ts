import { Database, type Transaction } from '@zenmeban/database';
import type { TimelineKind } from '@zenmeban/domain/engine';
import type { Projector, WrittenEntry } from '@zenmeban/timeline';
import { Inject, Injectable } from '@nestjs/common';
import { callWays, type Way } from './call-ways';
import type { Notice, TemplateName } from './mail-variables';
import { type NewNotice, queueNotices } from './queue-notices';
import { type Rule, rules } from './rules';
import { NOTIFICATION_NUDGE, type NotificationNudge } from './tokens';
import { withdraw } from './withdraw';

/** Hears the timeline and writes, in its transaction, the notices that follow; takes back calls that came too late. */
@Injectable()
export class NotificationProjector implements Projector {
  constructor(
    private readonly database: Database,
    @Inject(NOTIFICATION_NUDGE) private readonly nudge: NotificationNudge,
  ) {}

  async project(tx: Transaction, entries: readonly WrittenEntry[]): Promise<void> {
    const notices: NewNotice[] = [];
    const calls = entries.flatMap(({ kind, incidentId, data }) =>
      kind === 'escalation.called' ? { incidentId, personIds: data.personIds } : [],
    );
    const ways = await callWays(tx, calls);
    for (const entry of entries) {
      await withdrawCalls(tx, entry);
      for (const rule of rules) notices.push(...(await noticesOf(rule, entry, ways, tx)));
    }
    await queueNotices(this.database, this.nudge, tx, notices);
  }
}

async function withdrawCalls(tx: Transaction, { kind, incidentId, data }: WrittenEntry): Promise<void> {
  if (kind === 'incident.acknowledged' || kind === 'incident.snoozed')
    await withdraw(tx, { escalationIds: data.escalationIds });
  if (kind === 'incident.resolved' || kind === 'incident.cancelled') await withdraw(tx, { incidentId });
}

/** A rule and an entry belong together when their kinds are the same; the compiler cannot follow that by itself. */
async function noticesOf(
  rule: unknown,
  entry: WrittenEntry,
  ways: readonly Way[],
  tx: Transaction,
): Promise<NewNotice[]> {
  const { on, template, to, variables, once, chain, owed } = rule as Rule<TimelineKind, TemplateName>;
  if (on !== entry.kind) return [];
  const people = new Set(await to(entry, tx));
  const notice = {
    ...({ template, variables: variables(entry) } as Notice),
    incidentId: entry.incidentId,
    escalationId: chain?.(entry) ?? null,
    ...owed?.(entry),
  };
  const byMail = [...people].map((recipientId) => ({
    ...notice,
    dedupeKey: `${once(entry)}:${recipientId}:mail`,
    recipientId,
  }));
  if (template !== 'escalation') return byMail;
  const byChannel = ways
    .filter(
      ({ incidentId, personId }) => incidentId === entry.incidentId && (personId === null || people.has(personId)),
    )
    .map(({ channelId, kind, personId }) => ({
      ...notice,
      dedupeKey: `${once(entry)}:${channelId}:${kind}`,
      recipientId: personId,
      channel: { id: channelId, kind },
    }));
  return [...byMail, ...byChannel];
}
