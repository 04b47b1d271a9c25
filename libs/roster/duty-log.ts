import { Database, type Transaction } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';
import { v7, validate } from 'uuid';

/** What can be changed in a roster, in the words of the log. */
export type DutyChangeKind =
  | 'shift.added'
  | 'shift.changed'
  | 'shift.cancelled'
  | 'shifts.cancelled'
  | 'week.copied'
  | 'week.uncopied'
  | 'roster.imported'
  | 'override.added'
  | 'override.ended'
  | 'leave.added'
  | 'leave.ended'
  | 'swap.proposed'
  | 'swap.confirmed'
  | 'swap.declined'
  | 'swap.withdrawn'
  | 'site.changed';

export type NewDutyChange = {
  readonly kind: DutyChangeKind;
  /** Null for leave, which counts at every site. */
  readonly siteId: string | null;
  readonly actorId: string | null;
  /** People by id under `personId`, `replacesId`, `withPersonId`; `before` and `after` where something was changed. */
  readonly data: Readonly<Record<string, unknown>>;
};

export type DutyChangeView = {
  id: string;
  at: Date;
  actor: { id: string; name: string } | null;
  kind: string;
  people: { id: string; name: string }[];
  data: Record<string, unknown>;
};

/** Who changed what in the roster: written with every change, never altered. */
@Injectable()
export class DutyLog {
  constructor(private readonly database: Database) {}

  async record(tx: Transaction, change: NewDutyChange): Promise<void> {
    await tx.query('INSERT INTO app.duty_change (id, site_id, actor_id, kind, data) VALUES ($1, $2, $3, $4, $5)', [
      ...[v7(), change.siteId, change.actorId, change.kind],
      JSON.stringify(change.data),
    ]);
  }

  /** The changes of a site, and leave of people who have to do with it, the newest first; pages by cursor. */
  async ofSite(
    siteId: string,
    { cursor, limit = 50 }: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<{ items: DutyChangeView[]; nextCursor: string | null }> {
    const before = cursor !== undefined && validate(cursor) ? cursor : null;
    const rows = await this.database.manager.query<DutyChangeView[]>(
      `SELECT change.id, change.at, change.kind, change.data,
              CASE WHEN actor.id IS NOT NULL THEN jsonb_build_object('id', actor.id, 'name', actor.name) END AS actor,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name) ORDER BY person.id), '[]')
               FROM app.person
               WHERE person.id::text IN (
                 SELECT named #>> '{}' FROM unnest(ARRAY['$.**.personId', '$.**.replacesId', '$.**.withPersonId']::jsonpath[])
                   AS path, jsonb_path_query(change.data, path) AS named)
              ) AS people
       FROM app.duty_change AS change LEFT JOIN app.person AS actor ON actor.id = change.actor_id
       WHERE ($2::uuid IS NULL OR change.id < $2) AND (change.site_id = $1 OR change.site_id IS NULL AND EXISTS (
         SELECT FROM app.role_grant AS held
         WHERE held.person_id::text = change.data->>'personId' AND (held.site_id = $1 OR held.site_id IS NULL)))
       ORDER BY change.id DESC LIMIT $3`,
      [siteId, before, limit + 1],
    );
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}
