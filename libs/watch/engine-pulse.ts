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
  /** Of each site where a number is known one: of the supervisor on duty, else the site's own; supervisors first. */
  readonly phones: readonly Phone[];
};

export type Phone = {
  readonly kind: 'supervisor' | 'site';
  readonly site: { readonly id: string; readonly name: string };
  /** Of the supervisor, or of the site. */
  readonly name: string;
  readonly number: string;
};

type Row = { now: Date; cycle: number | null; phones: Phone[] };

const statement = `
SELECT app.app_now() AS now,
  (SELECT CASE WHEN count(*) = 2 THEN greatest(0, extract(epoch FROM app.app_now() - min(last)))::float8 END
   FROM (SELECT max(at) AS last FROM app.heartbeat WHERE loop IN ('sweep', 'send') GROUP BY loop) AS loops) AS cycle,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'kind', CASE WHEN supervisor.phone IS NULL THEN 'site' ELSE 'supervisor' END,
      'site', jsonb_build_object('id', site.id, 'name', site.name->>$4),
      'name', coalesce(supervisor.name, site.name->>$4),
      'number', coalesce(supervisor.phone, site.phone)) ORDER BY supervisor.phone IS NULL, asked.turn), '[]')
   FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, turn)
   JOIN app.site ON site.id = asked.id
   LEFT JOIN LATERAL (
     SELECT person.name, person.phone
     FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS duty(site_id, person_id, turn)
     JOIN app.person ON person.id = duty.person_id
     WHERE duty.site_id = site.id AND person.phone IS NOT NULL ORDER BY duty.turn LIMIT 1) AS supervisor ON true
   WHERE coalesce(supervisor.phone, site.phone) IS NOT NULL) AS phones`;

/** How the engine is, for everybody. */
@Injectable()
export class Pulse {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
  ) {}

  /**
   * Cheap: every open app asks twice a minute.
   * @param siteIds sites of the one who asks, the one most likely meant first; without any no number is told
   */
  async read(siteIds: readonly string[], language: Language): Promise<EnginePulse> {
    const { manager } = this.database;
    const onDuty = await this.roster.onDutyAtEach(manager, siteIds, 'supervisor');
    const duties = siteIds.flatMap((siteId) => onDuty(siteId).map((personId) => ({ siteId, personId })));
    const [{ now, cycle, phones }] = await manager.query<[Row]>(statement, [
      siteIds,
      duties.map(({ siteId }) => siteId),
      duties.map(({ personId }) => personId),
      language,
    ]);
    return { at: now, cycleSeconds: cycle, delayed: cycle === null || cycle > patienceSeconds, phones };
  }
}
