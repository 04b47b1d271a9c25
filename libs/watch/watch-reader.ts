import { CONFIG, type Config } from '@zenmeban/config';
import { Database } from '@zenmeban/database';
import { JobQueues } from '@zenmeban/queues';
import { Inject, Injectable } from '@nestjs/common';
import type { KeptFinding } from './auditor';
import { type CanaryRow, canaryState } from './canary-state';
import { type DeadMan, deadManOf, type PingRow } from './dead-man';
import { allowedSilence } from './loop-kinds';

type Heartbeat = {
  process: string;
  loop: string;
  startedAt: Date;
  at: Date;
  secondsAgo: number;
  everyMs: number;
  lastMs: number;
  rounds: number;
  lastError: string | null;
};

type Round = PingRow & { at: Date; secondsAgo: number; findings: KeptFinding[] };

const roundStatement = `
SELECT at, extract(epoch FROM app.app_now() - at)::float8 AS "secondsAgo", clean, findings,
  pinged_at AS "pingedAt", ping_error AS "pingError",
  (SELECT max(pinged_at) FROM app.audit_round) AS "lastPingAt"
FROM app.audit_round ORDER BY at DESC LIMIT 1`;

const heartbeatStatement = `
SELECT process, loop, started_at AS "startedAt", at,
  greatest(0, extract(epoch FROM app.app_now() - at))::float8 AS "secondsAgo",
  every_ms AS "everyMs", last_ms AS "lastMs", rounds::int AS rounds, last_error AS "lastError"
FROM app.heartbeat ORDER BY process, loop`;

const canaryStatement = `
SELECT due_at AS "dueAt", fired_at AS "firedAt", fired_by AS "firedBy", arrived_at AS "arrivedAt",
  extract(epoch FROM app.app_now() - due_at)::float8 AS age
FROM app.canary ORDER BY due_at DESC LIMIT 30`;

/** Reads everything that is known of the machinery, for administrators. */
@Injectable()
export class WatchReader {
  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    @Inject(CONFIG) private readonly config: Pick<Config, 'deadmanUrl'>,
  ) {}

  async read() {
    const tx = this.database.manager;
    const [round] = await tx.query<Round[]>(roundStatement);
    const heartbeats = await tx.query<Heartbeat[]>(heartbeatStatement);
    const canaries = await tx.query<CanaryRow[]>(canaryStatement);
    const deadMan: DeadMan = deadManOf(this.config.deadmanUrl !== null, round ?? null);
    return {
      at: await this.database.now(),
      lastRound: round ? { at: round.at, secondsAgo: round.secondsAgo, clean: round.clean } : null,
      findings: (round?.findings ?? []).map(({ told: _, ...finding }) => finding),
      heartbeats: heartbeats.map((beat) => ({ ...beat, fresh: beat.secondsAgo <= allowedSilence(beat.everyMs) })),
      canaries: canaries.reverse().map(shown),
      deadMan,
      queues: { backend: this.queues.kind, counts: await this.queues.counts().catch(() => null) },
    };
  }
}

function shown({ age, ...canary }: CanaryRow) {
  const { dueAt, arrivedAt } = canary;
  const seconds = arrivedAt && (arrivedAt.getTime() - dueAt.getTime()) / 1_000;
  return { ...canary, state: canaryState({ ...canary, age }), seconds };
}
