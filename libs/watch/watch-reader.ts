import { CONFIG, type Config } from '@zenmeban/config';
import { Database } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { JobQueues } from '@zenmeban/queues';
import { Roster } from '@zenmeban/roster';
import { Inject, Injectable } from '@nestjs/common';
import { allowedSilence } from './findings';

/** Loops without which nobody is called, and how old the slowest of them may be before people should phone. */
const calling = ['sweep', 'send'];
const delayedAfterSeconds = 60;

type Standing = { code: string; sentence: Localized; since: Date };
type Heartbeat = {
  process: string;
  loop: string;
  startedAt: Date;
  at: Date;
  everyMs: number;
  lastMs: number;
  rounds: number;
  lastError: string | null;
  quietSeconds: number;
};
type CanaryRow = { dueAt: Date; firedAt: Date | null; firedBy: 'hint' | 'sweep' | null; arrivedAt: Date | null };

/** Reads how the machinery is doing: for everybody's phone, and in full for administrators. */
@Injectable()
export class WatchReader {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
    private readonly queues: JobQueues,
    @Inject(CONFIG) private readonly config: Pick<Config, 'deadmanUrl'>,
  ) {}

  /** Whether calls may be delayed, and whom at this site to phone then; null without a number. */
  async engine(siteId: string | null) {
    const [{ age }] = await this.database.manager.query<[{ age: number | null }]>(
      `SELECT max(quiet)::float8 AS age FROM (
         SELECT extract(epoch FROM app.app_now() - max(at)) AS quiet FROM app.heartbeat
         WHERE loop = ANY($1) GROUP BY loop) loops`,
      [calling],
    );
    return {
      lastCycleSeconds: age,
      delayed: age !== null && age > delayedAfterSeconds,
      call: siteId === null ? null : await this.whomToPhone(siteId),
    };
  }

  /** Everything an administrator wants to know. */
  async watch() {
    const [last] = await this.database.manager.query<{ at: Date; clean: boolean }[]>(
      `SELECT at, clean FROM app.audit_round ORDER BY at DESC LIMIT 1`,
    );
    return {
      auditedAt: last?.at ?? null,
      clean: last?.clean ?? true,
      findings: await this.standing(),
      heartbeats: await this.heartbeats(),
      canaries: await this.canaries(),
      deadman: { configured: this.config.deadmanUrl !== null, lastPingAt: await this.lastPing() },
      queue: this.queues.kind,
    };
  }

  private async whomToPhone(siteId: string): Promise<{ name: string | null; phone: string } | null> {
    const tx = this.database.manager;
    const onDuty = await this.roster.onDuty(tx, siteId, 'supervisor');
    const [found] = await tx.query<{ name: string | null; phone: string }[]>(
      `SELECT name, phone FROM (
         SELECT p.name, p.phone, array_position($2::uuid[], p.id) AS place FROM app.person p
         WHERE p.id = ANY($2) AND p.phone IS NOT NULL
         UNION ALL SELECT NULL, s.phone, NULL FROM app.site s WHERE s.id = $1 AND s.phone IS NOT NULL) numbers
       ORDER BY place NULLS LAST LIMIT 1`,
      [siteId, onDuty],
    );
    return found ?? null;
  }

  /** The findings of the last round, each since when it has been found in every round. */
  private async standing(): Promise<Standing[]> {
    return this.database.manager.query<Standing[]>(
      `WITH last AS (SELECT * FROM app.audit_round ORDER BY at DESC LIMIT 1)
       SELECT finding->>'code' AS code, finding->'sentence' AS sentence, since.at AS since
       FROM last, jsonb_array_elements(last.findings) finding
       CROSS JOIN LATERAL (
         SELECT min(r.at) AS at FROM app.audit_round r
         WHERE r.at > coalesce((
           SELECT max(b.at) FROM app.audit_round b
           WHERE NOT b.findings @> jsonb_build_array(jsonb_build_object('code', finding->>'code'))), '-infinity')) since`,
    );
  }

  private async heartbeats() {
    const rows = await this.database.manager.query<Heartbeat[]>(
      `SELECT process, loop, started_at AS "startedAt", at, every_ms AS "everyMs", last_ms AS "lastMs",
         rounds::int AS rounds, last_error AS "lastError",
         extract(epoch FROM app.app_now() - at)::float8 AS "quietSeconds"
       FROM app.heartbeat ORDER BY process, loop`,
    );
    return rows.map(({ quietSeconds, ...row }) => ({
      ...row,
      fresh: quietSeconds <= allowedSilence({ ...row, quietSeconds }),
    }));
  }

  private async canaries(): Promise<CanaryRow[]> {
    return this.database.manager.query<CanaryRow[]>(
      `SELECT due_at AS "dueAt", fired_at AS "firedAt", fired_by AS "firedBy", arrived_at AS "arrivedAt"
       FROM app.canary WHERE due_at > app.app_now() - interval '1 hour' ORDER BY due_at DESC`,
    );
  }

  private async lastPing(): Promise<Date | null> {
    const [{ at }] = await this.database.manager.query<[{ at: Date | null }]>(
      `SELECT max(pinged_at) AS at FROM app.audit_round`,
    );
    return at;
  }
}
