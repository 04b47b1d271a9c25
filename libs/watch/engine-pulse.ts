import { Database } from '@zenmeban/database';
import type { Language } from '@zenmeban/domain/engine';
import { Roster } from '@zenmeban/roster';
import { Injectable } from '@nestjs/common';

/** Alerts may be late when the engine has not turned for longer than this. */
const patienceSeconds = 60;

/** What the app must know to warn people in time. */
export type EnginePulse = {
  readonly at: Date;
  /** Since the slower of the loops that fire and send last turned; null = one of them never did. */
  readonly cycleSeconds: number | null;
  readonly delayed: boolean;
  readonly phone: { readonly kind: 'supervisor' | 'site'; readonly name: string; readonly number: string } | null;
};

type Row = {
  now: Date;
  cycle: number | null;
  supervisor: { name: string; number: string } | null;
  site: { name: string; number: string } | null;
};

const statement = `
SELECT app.app_now() AS now,
  (SELECT CASE WHEN count(*) = 2 THEN greatest(0, extract(epoch FROM app.app_now() - min(last)))::float8 END
   FROM (SELECT max(at) AS last FROM app.heartbeat WHERE loop IN ('sweep', 'send') GROUP BY loop) AS loops) AS cycle,
  (SELECT jsonb_build_object('name', name, 'number', phone) FROM app.person
   WHERE id = ANY($2::uuid[]) AND phone IS NOT NULL ORDER BY array_position($2::uuid[], id) LIMIT 1) AS supervisor,
  (SELECT jsonb_build_object('name', name->>$3, 'number', phone) FROM app.site
   WHERE id = $1 AND phone IS NOT NULL) AS site`;

/** How the engine is, for everybody. */
@Injectable()
export class Pulse {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
  ) {}

  /**
   * Cheap: every open app asks twice a minute.
   * @param siteId a site of the one who asks; null = they have none, and no number is told
   */
  async read(siteId: string | null, language: Language): Promise<EnginePulse> {
    const { manager } = this.database;
    const onDuty = siteId === null ? [] : await this.roster.onDuty(manager, siteId, 'supervisor');
    const [row] = await manager.query<[Row]>(statement, [siteId, onDuty, language]);
    const phone = row.supervisor
      ? { kind: 'supervisor' as const, ...row.supervisor }
      : row.site && { kind: 'site' as const, ...row.site };
    return { at: row.now, cycleSeconds: row.cycle, delayed: row.cycle === null || row.cycle > patienceSeconds, phone };
  }
}
