import { Injectable } from '@nestjs/common';
import { vitalLoops } from './loop-kinds';
import { WatchPool } from './watch-pool';

/** The three signs by which anybody can tell whether calls for help go out. Ages in seconds of the database's clock. */
export type VitalSigns = {
  /** How late the oldest armed timer is; 0 when none is. */
  readonly overdueSeconds: number;
  /** Since the last canary arrived, or since the oldest process alive began, whichever is later; null = nobody lives. */
  readonly canarySeconds: number | null;
  /** Since a loop of each kind last turned, in whichever process; a vital one that never did is missing. */
  readonly loops: Readonly<Record<string, number>>;
};

type Row = { overdue: number; canary: number | null; loops: Record<string, number> | null };

const statement = `
SELECT
  (SELECT coalesce(extract(epoch FROM app.app_now() - min(due_at)), 0)::float8
   FROM app.timer WHERE state = 'armed' AND due_at < app.app_now()) AS overdue,
  extract(epoch FROM app.app_now() - greatest(
    (SELECT max(arrived_at) FROM app.canary WHERE due_at > app.app_now() - interval '1 day'),
    (SELECT min(started_at) FROM app.heartbeat WHERE at > app.app_now() - interval '60 s')))::float8 AS canary,
  (SELECT jsonb_object_agg(loop, age) FROM (
     SELECT loop, greatest(0, extract(epoch FROM app.app_now() - max(at))) AS age
     FROM app.heartbeat WHERE loop = ANY($1) GROUP BY loop) AS kinds) AS loops`;

@Injectable()
export class EscalationHealth {
  constructor(private readonly pool: WatchPool) {}

  /** Throws within 3 s when the database does not answer. */
  async read(): Promise<VitalSigns> {
    const [row] = await this.pool.query<Row>(statement, [vitalLoops]);
    return { overdueSeconds: row?.overdue ?? 0, canarySeconds: row?.canary ?? null, loops: row?.loops ?? {} };
  }
}
