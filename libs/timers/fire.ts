import { setTimeout as wait } from 'node:timers/promises';
import { Database, type TimerKind, type Transaction } from '@zenmeban/database';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Gather } from './gather';
import { Relay } from './relay';

/** A timer that has just fired, inside the transaction that fired it; the incident's row is locked. */
export type FiredTimer = {
  id: string;
  gen: number;
  key: string;
  incidentId: string;
  subject: string;
  dueAt: Date;
  /** The database's time of the firing. */
  now: Date;
  /** `hint` = the queue woke us, `sweep` = found overdue. */
  firedBy: 'hint' | 'sweep';
};

/** The canary's timer is about no incident. */
export type FiredCanary = Omit<FiredTimer, 'incidentId'>;

type FiredOf<K extends TimerKind> = K extends 'canary' ? FiredCanary : FiredTimer;

/**
 * What happens when timers of a kind fire, those of one transaction together and each of another thing; a missing kind
 * does not compile.
 */
export type TimerHandlers = {
  readonly [K in TimerKind]: (tx: Transaction, timers: readonly FiredOf<K>[]) => Promise<void>;
};

/** Nest token of the `TimerHandlers`, provided where the rooms are put together. */
export const TIMER_HANDLERS = Symbol('TIMER_HANDLERS');

/** One generation of a timer that is to fire, and who says so. */
type Wanted = { readonly id: string; readonly gen: number; readonly by: 'hint' | 'sweep' };

/** What became of it, or the error that kept it from firing. `held`: another transaction has its incident. */
type Outcome = 'fired' | 'not_due' | 'held' | Error;

/** What fires in one transaction at most: it holds the locks of as many incidents. */
const mostTogether = 50;
const lanes = 2;

/** An incident that somebody else holds is asked for again, for 2 s; after that the sweeper is there. */
const heldPauseMs = 100;
const heldAttempts = 20;

/** Fires timers. Any number of calls for one generation has the effect of one. */
@Injectable()
export class Fire {
  private readonly logger = new Logger('Fire');
  private readonly gather = new Gather<Wanted, Outcome>(mostTogether, lanes, (wanted) => this.fireAll(wanted));

  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
    @Inject(TIMER_HANDLERS) private readonly handlers: TimerHandlers,
  ) {}

  /**
   * Fires the timer if this generation is armed and due; its handler runs in the same transaction. Timers that are due
   * in a crowd fire together, a few in each transaction. A wake-up that came early is handed to the queue again.
   * @returns whether it fired
   */
  async fire(timerId: string, gen: number, by: 'hint' | 'sweep'): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.gather.ask({ id: timerId, gen, by });
      if (outcome instanceof Error) throw outcome;
      if (outcome !== 'held' || attempt === heldAttempts) return outcome === 'fired';
      await wait(heldPauseMs);
    }
  }

  /** Fires what is more than `overdueSeconds` late. @returns how many fired */
  async sweep(overdueSeconds: number, limit = 500): Promise<number> {
    const due = await this.database.source.query<{ id: string; gen: number }[]>(
      `SELECT id, gen FROM app.timer
       WHERE state = 'armed' AND due_at < app.app_now() - make_interval(secs => $1)
         AND (retry_at IS NULL OR retry_at <= app.app_now())
       ORDER BY due_at LIMIT $2`,
      [overdueSeconds, limit],
    );
    const fired = await Promise.allSettled(due.map(({ id, gen }) => this.fire(id, gen, 'sweep')));
    fired.forEach((result, index) => {
      if (result.status === 'rejected')
        this.logger.error(`timer ${due[index]?.id ?? ''} failed and will be tried again: ${String(result.reason)}`);
    });
    return fired.filter((result) => result.status === 'fulfilled' && result.value).length;
  }

  private async fireAll(wanted: readonly Wanted[]): Promise<readonly Outcome[]> {
    const alone = wanted.length === 1;
    const outcomes = await (alone
      ? this.fireEach(wanted)
      : this.fireTogether(wanted).catch(() => this.fireEach(wanted)));
    const early = wanted.filter(({ by }, index) => by === 'hint' && outcomes[index] === 'not_due');
    if (early.length > 0) await this.hintAgainIfArmed(early);
    return outcomes;
  }

  /** One that fails must not keep the others: each in a transaction of its own. */
  private async fireEach(wanted: readonly Wanted[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const one of wanted) {
      try {
        outcomes.push(...(await this.fireTogether([one])));
      } catch (error) {
        await this.noteFailure(one, error);
        outcomes.push(error instanceof Error ? error : new Error(String(error)));
      }
    }
    return outcomes;
  }

  private async fireTogether(wanted: readonly Wanted[]): Promise<Outcome[]> {
    const { fired, held } = await this.database.transaction((tx) => this.fireIn(tx, wanted));
    /* The same generation asked for twice fired once. */
    return wanted.map(({ id, gen }) => (fired.delete(`${id}:${gen}`) ? 'fired' : held.has(id) ? 'held' : 'not_due'));
  }

  private async fireIn(tx: Transaction, wanted: readonly Wanted[]): Promise<{ fired: Set<string>; held: Set<string> }> {
    const held = await this.lockIncidents(tx, wanted);
    const free = wanted.filter(({ id }) => !held.has(id));
    const [timers] = await tx.query<[(FiredTimer & { kind: TimerKind })[], number]>(
      `UPDATE app.timer SET state = 'fired', fired_at = app.app_now(), fired_by = wanted.by
       FROM unnest($1::uuid[], $2::int[], $3::text[]) AS wanted(id, gen, by)
       WHERE timer.id = wanted.id AND timer.gen = wanted.gen AND state = 'armed' AND due_at <= app.app_now()
       RETURNING timer.id, timer.gen, key, kind, incident_id AS "incidentId", subject, due_at AS "dueAt",
         fired_at AS now, fired_by AS "firedBy"`,
      [free.map(({ id }) => id), free.map(({ gen }) => gen), free.map(({ by }) => by)],
    );
    await noteSwept(tx, timers);
    for (const kind of new Set(timers.map((timer) => timer.kind)))
      await this.handlers[kind](
        tx,
        timers.filter((timer) => timer.kind === kind),
      );
    return { fired: new Set(timers.map(({ id, gen }) => `${id}:${gen}`)), held };
  }

  /**
   * The incidents first, in their order, then the timers: everyone locks in this order. Nobody is waited for: one that
   * is held, be it by a process that died, must not keep the others of its crowd.
   * @returns the timers whose incident somebody else holds
   */
  private async lockIncidents(tx: Transaction, wanted: readonly Wanted[]): Promise<Set<string>> {
    const held = await tx.query<{ id: string }[]>(
      `WITH wanted AS (SELECT id, incident_id FROM app.timer WHERE id = ANY($1) AND state = 'armed'),
       locked AS (SELECT id FROM app.incident WHERE id IN (SELECT incident_id FROM wanted)
         ORDER BY id FOR UPDATE SKIP LOCKED)
       SELECT wanted.id FROM wanted LEFT JOIN locked ON locked.id = wanted.incident_id
       WHERE wanted.incident_id IS NOT NULL AND locked.id IS NULL`,
      [wanted.map(({ id }) => id)],
    );
    return new Set(held.map(({ id }) => id));
  }

  /** Still armed = it came early, if only by a millisecond; whether it is due by now is not asked, or it were lost. */
  private async hintAgainIfArmed(hinted: readonly Wanted[]): Promise<void> {
    const [, early] = await this.database.source.query<[unknown[], number]>(
      `UPDATE app.timer SET hinted_gen = timer.gen - 1
       FROM unnest($1::uuid[], $2::int[]) AS hinted(id, gen)
       WHERE timer.id = hinted.id AND timer.gen = hinted.gen AND state = 'armed'`,
      [hinted.map(({ id }) => id), hinted.map(({ gen }) => gen)],
    );
    if (early > 0) this.relay.nudge();
  }

  /** A handler that throws rolls its firing back; the sweeper tries again, less and less often, never gives up. */
  private async noteFailure({ id, gen }: Wanted, error: unknown): Promise<void> {
    await this.database.source.query(
      `UPDATE app.timer SET failures = failures + 1, last_error = $3,
         retry_at = app.app_now() + least(interval '5 minutes', interval '5 seconds' * power(2, least(failures, 6)))
       WHERE id = $1 AND gen = $2 AND state = 'armed'`,
      [id, gen, String(error).slice(0, 1_000)],
    );
  }
}

/** What the queue slept through is written down: the ledger tells it. Canaries have a record of their own. */
async function noteSwept(tx: Transaction, timers: readonly (FiredTimer & { kind: TimerKind })[]): Promise<void> {
  const swept = timers.filter(({ firedBy, kind }) => firedBy === 'sweep' && kind !== 'canary');
  if (swept.length === 0) return;
  await tx.query(
    `INSERT INTO app.swept_firing (firing, incident_id) SELECT * FROM unnest($1::text[], $2::uuid[])
     ON CONFLICT DO NOTHING`,
    [swept.map(({ id, gen }) => `${id}:${gen}`), swept.map(({ incidentId }) => incidentId)],
  );
}
