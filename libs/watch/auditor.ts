import { CLOCK, type Clock, CONFIG, type Config } from '@zenmeban/config';
import { Database, type Transaction } from '@zenmeban/database';
import { JobQueues } from '@zenmeban/queues';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 } from 'uuid';
import { type Finding, findings, vitalFindings } from './findings';
import { Heartbeats } from './heartbeats';
import { readCounts, readUnprotected, readVital } from './read';
import type { Readings, VitalReadings } from './readings';
import { WATCH_ALARM, type WatchAlarm } from './tokens';
import { WatchPool } from './watch-pool';

/** A finding as it is kept with its round: since when it lasts (ISO 8601), and whether it was told of in this round. */
export type KeptFinding = Finding & { readonly since: string; readonly told: boolean };

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
    private readonly pool: WatchPool,
    private readonly queues: JobQueues,
    private readonly heartbeats: Heartbeats,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'deadmanUrl'>,
    @Inject(WATCH_ALARM) private readonly alarm: WatchAlarm,
  ) {}

  /** What decides whether calls can be relied on now: for load balancers, and for the phones. */
  async vital(): Promise<{ readings: VitalReadings; findings: Finding[] }> {
    const readings = await readVital(this.pool);
    return { readings, findings: vitalFindings(readings) };
  }

  /** One round, unless some process has just made one. */
  async round(): Promise<void> {
    if (await this.wasJustMade(this.database.manager)) return;
    const found = findings(await this.read());
    const roundId = await this.database.transaction((tx) => this.note(tx, found));
    if (roundId === null) return;
    for (const { code, sentence } of found) this.logger.error(`${code}: ${sentence.en}`);
    if (found.length === 0 && (await this.canaryArrived())) await this.ping(roundId);
  }

  private async read(): Promise<Readings> {
    const queueProblem = await this.queues.problem();
    const before = this.clock.now();
    const databaseNow = await this.database.now();
    return {
      ...(await readVital(this.pool)),
      ...(await readCounts(this.database)),
      unprotectedTables: await readUnprotected(this.database),
      clockApartSeconds: (before.getTime() - databaseNow.getTime()) / 1_000,
      queueProblem,
    };
  }

  private async wasJustMade(tx: Transaction): Promise<boolean> {
    const [{ made }] = await tx.query<[{ made: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM app.audit_round WHERE at > app.app_now() - make_interval(secs => $1)) AS made`,
      [everySeconds - 10],
    );
    return made;
  }

  /**
   * Writes the round down and tells what is new; what lasts is told again after an hour.
   * @returns its id, null when another process was first
   */
  private async note(tx: Transaction, found: readonly Finding[]): Promise<string | null> {
    const [{ mine }] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock(7205102) AS mine');
    if (!mine || (await this.wasJustMade(tx))) return null;
    const [{ now, before, told }] = await tx.query<[{ now: Date; before: KeptFinding[] | null; told: string[] }]>(
      `SELECT app.app_now() AS now,
         (SELECT findings FROM app.audit_round ORDER BY at DESC LIMIT 1) AS before,
         ARRAY(SELECT DISTINCT concat_ws(' ', finding->>'code', finding->>'subject')
               FROM app.audit_round, jsonb_array_elements(findings) finding
               WHERE at > app.app_now() - interval '1 hour' AND (finding->>'told')::boolean) AS told`,
    );
    const kept = found.map((finding): KeptFinding => ({
      ...finding,
      since: before?.find((one) => keyOf(one) === keyOf(finding))?.since ?? now.toISOString(),
      told: !told.includes(keyOf(finding)),
    }));
    const id = v7();
    await tx.query(`INSERT INTO app.audit_round (id, process, clean, findings) VALUES ($1, $2, $3, $4)`, [
      id,
      this.heartbeats.process,
      kept.length === 0,
      JSON.stringify(kept),
    ]);
    const news = kept.filter((finding) => finding.told);
    if (news.length > 0) await this.alarm(tx, news);
    await this.forget(tx);
    return id;
  }

  /** Old rounds, and the signs of life of processes that ended long ago. */
  private async forget(tx: Transaction): Promise<void> {
    await tx.query(`DELETE FROM app.audit_round WHERE at < app.app_now() - make_interval(days => $1)`, [keptDays]);
    await tx.query(
      `DELETE FROM app.heartbeat h WHERE at < app.app_now() - interval '1 hour'
       AND EXISTS (SELECT 1 FROM app.heartbeat f WHERE f.loop = h.loop AND f.at > app.app_now() - interval '1 minute')`,
    );
  }

  private async canaryArrived(): Promise<boolean> {
    const [{ arrived }] = await this.database.source.query<[{ arrived: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM app.canary WHERE arrived_at > app.app_now() - interval '180 s') AS arrived`,
    );
    return arrived;
  }

  private async ping(roundId: string): Promise<void> {
    const { deadmanUrl } = this.config;
    if (deadmanUrl === null) return;
    const problem = await whyNotPinged(deadmanUrl);
    if (problem !== null) this.logger.warn(`the outside watcher (DEADMAN_URL) could not be pinged: ${problem}`);
    await this.database.source.query(
      `UPDATE app.audit_round SET pinged_at = CASE WHEN $2::text IS NULL THEN app.app_now() END, ping_error = $2
       WHERE id = $1`,
      [roundId, problem],
    );
  }
}

const keyOf = ({ code, subject }: Pick<Finding, 'code' | 'subject'>) =>
  subject === null ? code : `${code} ${subject}`;

/** Calls an address that answers 2xx within 5 s. @returns what kept it from that, without the address: it is a secret */
async function whyNotPinged(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(pingDeadlineMs) });
    await answer.body?.cancel();
    return answer.ok ? null : `it answers ${answer.status}`;
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError'
      ? 'no answer within 5 s'
      : 'it is out of reach';
  }
}
