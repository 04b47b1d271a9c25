import { CLOCK, type Clock, CONFIG, type Config } from '@zenmeban/config';
import { AuditRound, Database, type Transaction } from '@zenmeban/database';
import { JobQueues } from '@zenmeban/queues';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 } from 'uuid';
import { type Finding, findings, type Readings, vitalFindings } from './findings';
import { Heartbeats } from './heartbeats';
import { readCounts, readUnprotected, readVital } from './read';
import { WATCH_ALARM, type WatchAlarm } from './tokens';

/** One round a minute, over all processes. */
const everySeconds = 60;
const keptDays = 30;
const pingDeadlineMs = 5_000;

/**
 * Looks each minute at everything that must hold, tells the administrators of what does not, and only when all is well
 * pings the outside watcher: whoever watches from there hears of it also when nothing here can speak any more.
 */
@Injectable()
export class Auditor {
  private readonly logger = new Logger('Auditor');

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly heartbeats: Heartbeats,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'deadmanUrl'>,
    @Inject(WATCH_ALARM) private readonly alarm: WatchAlarm,
  ) {}

  /** What decides whether calls can be relied on now: for load balancers, and for the phones. */
  async vital(): Promise<{ overdueSeconds: number; findings: Finding[] }> {
    const readings = await readVital(this.database);
    return { overdueSeconds: readings.overdueTimerSeconds, findings: vitalFindings(readings) };
  }

  /** One round, unless another process has just made one. */
  async round(): Promise<void> {
    const found = findings(await this.read());
    const mine = await this.database.transaction((tx) => this.note(tx, found));
    if (!mine) return;
    for (const { code, sentence } of found) this.logger.error(`${code}: ${sentence.en}`);
    if (found.length === 0) await this.ping();
  }

  private async read(): Promise<Readings> {
    const queueProblem = await this.queues.problem();
    const before = this.clock.now();
    const databaseNow = await this.database.now();
    return {
      ...(await readVital(this.database)),
      ...(await readCounts(this.database)),
      unprotectedTables: await readUnprotected(this.database),
      clockApartSeconds: (before.getTime() - databaseNow.getTime()) / 1_000,
      queueProblem,
    };
  }

  /**
   * What lasts is told again after an hour.
   * @returns whether this round counts: false when another process was first
   */
  private async note(tx: Transaction, found: readonly Finding[]): Promise<boolean> {
    const [recent] = await tx.query<[{ free: boolean; toldAlready: string[] }]>(
      `SELECT pg_try_advisory_xact_lock(7205102) AND NOT EXISTS (
           SELECT 1 FROM app.audit_round WHERE at > app.app_now() - make_interval(secs => $1)) AS free,
         ARRAY(SELECT DISTINCT finding->>'code' FROM app.audit_round, jsonb_array_elements(findings) finding
               WHERE at > app.app_now() - interval '1 hour' AND (finding->>'told')::boolean) AS "toldAlready"`,
      [everySeconds - 10],
    );
    if (!recent.free) return false;
    const news = found.filter(({ code }) => !recent.toldAlready.includes(code));
    await tx.insert(AuditRound, {
      id: v7(),
      process: this.heartbeats.process,
      clean: found.length === 0,
      findings: found.map((finding) => ({ ...finding, told: news.includes(finding) })),
    });
    if (news.length > 0) await this.alarm(tx, news);
    await this.forget(tx);
    return true;
  }

  /** Old rounds, and the signs of life of processes that ended long ago. */
  private async forget(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM app.audit_round WHERE at < app.app_now() - make_interval(days => $1)`, [keptDays]);
    await tx.query(
      `DELETE FROM app.heartbeat h WHERE at < app.app_now() - interval '1 hour'
       AND EXISTS (SELECT 1 FROM app.heartbeat f WHERE f.loop = h.loop AND f.at > app.app_now() - interval '1 minute')`,
    );
  }

  private async ping(): Promise<void> {
    const { deadmanUrl } = this.config;
    if (deadmanUrl === null) return;
    try {
      const { ok, status } = await fetch(deadmanUrl, { signal: AbortSignal.timeout(pingDeadlineMs) });
      if (!ok) throw new Error(`it answers ${status}`);
      await this.database.source.query(`UPDATE app.audit_round SET pinged_at = app.app_now()
        WHERE id = (SELECT id FROM app.audit_round ORDER BY at DESC LIMIT 1)`);
    } catch (error) {
      this.logger.warn(`the outside watcher (DEADMAN_URL) could not be pinged: ${String(error)}`);
    }
  }
}
