import type { Localized } from '@zenmeban/domain/engine';
import { JobQueues } from '@zenmeban/queues';
import { CONFIG, type Config } from '@zenmeban/config';
import { Inject, Injectable } from '@nestjs/common';
import { type CanaryRow, canaryState, type CanaryState } from './canary-state';
import { freshSeconds } from './loop-kinds';
import { WatchPool } from './watch-pool';

/** A finding as it is kept with its round; `since` as ISO 8601. */
export type KeptFinding = {
  readonly code: string;
  readonly subject: string | null;
  readonly sentence: Localized;
  readonly advice: Localized;
  readonly since: string;
};

type Beat = {
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

type Round = {
  now: Date;
  at: Date;
  secondsAgo: number;
  clean: boolean;
  findings: KeptFinding[];
  pingedAt: Date | null;
  pingError: string | null;
  lastPingAt: Date | null;
};

const beatStatement = `
SELECT process, loop, started_at AS "startedAt", at,
  greatest(0, extract(epoch FROM app.app_now() - at))::float8 AS "secondsAgo",
  every_ms AS "everyMs", last_ms AS "lastMs", rounds::int AS rounds, last_error AS "lastError"
FROM app.heartbeat ORDER BY process, loop`;

const roundStatement = `
SELECT at, extract(epoch FROM app.app_now() - at)::float8 AS "secondsAgo", clean, findings,
  pinged_at AS "pingedAt", ping_error AS "pingError",
  (SELECT max(pinged_at) FROM app.audit_round WHERE ping_error IS NULL) AS "lastPingAt"
FROM app.audit_round ORDER BY at DESC LIMIT 1`;

const canaryStatement = `
SELECT due_at AS "dueAt", fired_at AS "firedAt", fired_by AS "firedBy", arrived_at AS "arrivedAt",
  extract(epoch FROM app.app_now() - due_at)::float8 AS age
FROM app.canary ORDER BY due_at DESC LIMIT 30`;

export type Canaries = readonly (Omit<CanaryRow, 'age'> & { state: CanaryState; seconds: number | null })[];

/** Everything that is known of the machinery, for the administrators' page. */
@Injectable()
export class Overview {
  constructor(
    private readonly pool: WatchPool,
    private readonly queues: JobQueues,
    @Inject(CONFIG) private readonly config: Pick<Config, 'deadmanUrl'>,
  ) {}

  /** Throws within a few seconds when the database does not answer. */
  async read() {
    const [round] = await this.pool.query<Round>(roundStatement);
    const beats = await this.pool.query<Beat>(beatStatement);
    const canaries = await this.pool.query<CanaryRow>(canaryStatement);
    const [{ now } = { now: null }] = await this.pool.query<{ now: Date }>('SELECT app.app_now() AS now');
    return {
      at: now,
      lastRound: round ? { at: round.at, secondsAgo: round.secondsAgo, clean: round.clean } : null,
      findings: round?.findings ?? [],
      heartbeats: beats.map((beat) => ({ ...beat, fresh: beat.secondsAgo <= freshSeconds(beat.everyMs) })),
      canaries: canaries.reverse().map(asShown),
      deadMan: this.deadMan(round),
      queues: { backend: this.queues.kind, counts: await this.queues.counts().catch(() => null) },
    };
  }

  private deadMan(round: Round | undefined) {
    const configured = this.config.deadmanUrl !== null;
    const state = !configured
      ? ('off' as const)
      : !round
        ? ('waiting' as const)
        : !round.clean
          ? ('silent' as const)
          : round.pingError !== null
            ? ('failed' as const)
            : round.pingedAt === null
              ? ('waiting' as const)
              : ('pinged' as const);
    return { configured, state, lastPingAt: round?.lastPingAt ?? null, error: round?.pingError ?? null };
  }
}

function asShown(row: CanaryRow): Canaries[number] {
  const { dueAt, firedAt, firedBy, arrivedAt } = row;
  const seconds = arrivedAt && (arrivedAt.getTime() - dueAt.getTime()) / 1_000;
  return { dueAt, firedAt, firedBy, arrivedAt, state: canaryState(row), seconds };
}
