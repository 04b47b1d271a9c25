import { Database, type VisitorSource } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';
import { validate } from 'uuid';

export type VisitorChangeView = {
  id: string;
  at: Date;
  day: string;
  /** Null = not known. */
  before: number | null;
  after: number | null;
  source: VisitorSource;
  actor: { id: string; name: string } | null;
};

/** What figures were before: every change of one is kept. */
@Injectable()
export class VisitorLog {
  constructor(private readonly database: Database) {}

  /** The changes at a site, of one day or of all, the newest first; pages by cursor. */
  async ofSite(
    siteId: string,
    query: { day?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
  ): Promise<{ items: VisitorChangeView[]; nextCursor: string | null }> {
    const limit = query.limit ?? 50;
    const before = query.cursor !== undefined && validate(query.cursor) ? query.cursor : null;
    const rows = await this.database.manager.query<VisitorChangeView[]>(
      `SELECT change.id, change.at, change.day::text AS day, change.before, change.after, change.source,
              CASE WHEN actor.id IS NOT NULL THEN jsonb_build_object('id', actor.id, 'name', actor.name) END AS actor
       FROM app.visitors_change AS change LEFT JOIN app.person AS actor ON actor.id = change.actor_id
       WHERE change.site_id = $1 AND ($2::date IS NULL OR change.day = $2) AND ($3::uuid IS NULL OR change.id < $3)
       ORDER BY change.id DESC LIMIT $4`,
      [siteId, query.day ?? null, before, limit + 1],
    );
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}
