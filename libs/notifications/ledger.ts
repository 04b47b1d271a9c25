import { Database, type NotificationState } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { type LedgerAttempt, ledgerLine, type LedgerState, type Verdict } from './ledger-line';
import { linesOf, ofIncident, ofPeriod, summaryOf } from './ledger-sql';
import { nobodyBecause } from './ledger-words';

type PersonRef = { id: string; name: string };

/** What of the ledger is asked for: instants, `until` excluded. */
export type LedgerScope = { from: Date; until: Date; siteIds: readonly string[] };
export type LedgerFilter = LedgerState | 'repaired' | 'acknowledged';

/** Where a page ended: when its last line was due, as Postgres writes it, and its id. */
export type LedgerPosition = { dueAt: string; id: string };

export type LedgerLine = Verdict & {
  id: string;
  kind: 'notice' | 'nobody';
  incident: { id: string; reference: string };
  site: { id: string; code: string; name: Localized; timeZone: string };
  template: string;
  level: number | null;
  reason: string | null;
  channel: string;
  /** As it was named where it was set up; null for mail. */
  channelName: string | null;
  recipient: PersonRef | null;
  plannedAt: Date;
  acceptedAt: Date | null;
  attempts: number;
  acknowledgedAt: Date | null;
  acknowledgedBy: PersonRef | null;
  /** Its chain and when that began, and the step it is about, if there are; not for showing. */
  escalationId: string | null;
  chainStartedAt: Date | null;
  stepId: string | null;
};

export type LedgerCounts = {
  planned: number;
  onTime: number;
  late: number;
  failed: number;
  withdrawn: number;
  waiting: number;
  repaired: number;
};

/** Of the promises to people; what the robots of groups and other systems were told stands apart, in `channels`. */
export type LedgerSummary = LedgerCounts & {
  nobody: number;
  acknowledged: number;
  worstLateSeconds: number;
  because: Localized | null;
  medianSecondsToAcknowledge: number | null;
  channels: LedgerCounts;
};

type Row = Omit<LedgerLine, keyof Verdict | 'plannedAt'> & {
  noticeState: NotificationState | null;
  dueAt: Date;
  position: string;
  promisedBy: Date;
  holdSeconds: number;
  swept: boolean;
  now: Date;
  tries: (Omit<LedgerAttempt, 'startedAt'> & { startedAt: string })[];
};

const conditions: Readonly<Record<'any' | LedgerFilter, string>> = {
  any: 'true',
  waiting: `state = 'waiting'`,
  on_time: `state = 'on_time'`,
  late: `state = 'late'`,
  failed: `state = 'failed'`,
  withdrawn: `state = 'withdrawn'`,
  nobody: `state = 'nobody'`,
  repaired: 'repaired',
  acknowledged: 'acknowledged_at IS NOT NULL',
};

/** What was promised to whom, and what became of it: read from the record of notices, never written. */
@Injectable()
export class Ledger {
  constructor(private readonly database: Database) {}

  /** The figures of a period, and why its latest notice to a person was late. */
  async summary(scope: LedgerScope): Promise<LedgerSummary> {
    const { manager } = this.database;
    const values = [scope.from, scope.until, scope.siteIds];
    const [figures] = await manager.query<[Omit<LedgerSummary, 'because'>]>(summaryOf(ofPeriod), values);
    if (figures.late === 0) return { ...figures, because: null };
    const latest = { condition: `state = 'late' AND recipient_id IS NOT NULL`, order: 'late_seconds DESC', limit: '1' };
    const [worst] = await manager.query<Row[]>(linesOf(ofPeriod, latest), values);
    return { ...figures, because: worst ? lineOf(worst).because : null };
  }

  /** The newest first. @param after the position where the page before ended */
  async page(
    { from, until, siteIds }: LedgerScope,
    filter: LedgerFilter | undefined,
    limit: number,
    after?: LedgerPosition,
  ): Promise<{ lines: LedgerLine[]; next: LedgerPosition | null }> {
    const beyond = after ? `AND (due_at, id) < ($5::timestamptz, $6::uuid)` : '';
    const rows = await this.database.manager.query<Row[]>(
      linesOf(ofPeriod, { condition: `${conditions[filter ?? 'any']} ${beyond}`, limit: '$4' }),
      [from, until, siteIds, limit + 1, ...(after ? [after.dueAt, after.id] : [])],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      lines: shown.map(lineOf),
      next: rows.length > limit && last ? { dueAt: last.position, id: last.id } : null,
    };
  }

  /** Every line of a period, a thousand at a time, for an export of any size. */
  async *all(scope: LedgerScope, filter: LedgerFilter | undefined): AsyncGenerator<LedgerLine> {
    let after: LedgerPosition | undefined;
    do {
      const { lines, next } = await this.page(scope, filter, 1_000, after);
      yield* lines;
      after = next ?? undefined;
    } while (after);
  }

  /** Of one incident, the oldest first. */
  async ofIncident(incidentId: string): Promise<LedgerLine[]> {
    const rows = await this.database.manager.query<Row[]>(linesOf(ofIncident, { condition: 'true', limit: '$2' }), [
      incidentId,
      1_000,
    ]);
    return rows.reverse().map(lineOf);
  }
}

function lineOf(row: Row): LedgerLine {
  const { noticeState, dueAt, holdSeconds, swept, now, tries, promisedBy } = row;
  const { id, kind, incident, site, template, level, reason, channel, channelName, recipient } = row;
  const { acceptedAt, attempts, acknowledgedAt, acknowledgedBy, escalationId, chainStartedAt, stepId } = row;
  const verdict: Verdict =
    noticeState === null
      ? { state: 'nobody', promisedBy, sentAt: null, lateSeconds: 0, repaired: false, because: nobodyBecause }
      : ledgerLine(
          { channel, state: noticeState, dueAt, holdSeconds, acceptedAt },
          tries.map((attempt) => ({ ...attempt, startedAt: new Date(attempt.startedAt) })),
          { swept, now },
        );
  return {
    ...{ id, kind, incident, site, template, level, reason, channel, channelName, recipient, plannedAt: dueAt },
    ...{ acceptedAt, attempts, acknowledgedAt, acknowledgedBy, escalationId, chainStartedAt, stepId, ...verdict },
  };
}
