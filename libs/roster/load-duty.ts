import type { Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import { type DutyRoster, onDutyAt, type Span } from '@zenmeban/domain/roster';

type DutyRow = {
  /** Null for leave, which counts at every site. */
  siteId: string | null;
  kind: 'shift' | 'stand-in' | 'leave';
  id: string;
  post: Post;
  personId: string;
  replacesId: string | null;
  startsAt: Date;
  endsAt: Date;
  active: boolean;
  /** The beginning of the time asked for. */
  from: Date;
};

/**
 * What decides who is on duty at a site in a span of time, in one query.
 * @param posts those asked for; without it all
 */
export async function loadDuty(
  tx: Transaction,
  siteId: string,
  { startsAt, endsAt }: Span,
  posts: readonly Post[] | null = null,
): Promise<DutyRoster> {
  return rosterOf(await readDuty(tx, [siteId], { from: startsAt, until: endsAt, posts }));
}

/** Who is on duty, by post, at each of the sites, at `at` or now by the database's clock, in one query. */
export async function loadOnDuty(
  tx: Transaction,
  postsBySite: ReadonlyMap<string, readonly Post[]>,
  at?: Date,
): Promise<(siteId: string, post: Post) => readonly string[]> {
  const posts = [...new Set([...postsBySite.values()].flat())];
  if (posts.length === 0) return () => [];
  const rows = await readDuty(tx, [...postsBySite.keys()], { from: at ?? null, until: at ?? null, posts });
  const [first] = rows;
  if (!first) return () => [];
  return (siteId, post) => {
    const here = rows.filter((row) => row.siteId === null || row.siteId === siteId);
    return onDutyAt(rosterOf(here), post, first.from);
  };
}

function rosterOf(rows: readonly DutyRow[]): DutyRoster {
  const of = (kind: DutyRow['kind']) => rows.filter((row) => row.kind === kind);
  return {
    shifts: of('shift'),
    standIns: of('stand-in'),
    absences: of('leave'),
    gone: new Set(rows.filter(({ active }) => !active).map(({ personId }) => personId)),
  };
}

/** Everything that touches the time asked for; null = now. A moment is a span that ends where it starts. */
async function readDuty(
  tx: Transaction,
  siteIds: readonly string[],
  asked: { from: Date | null; until: Date | null; posts: readonly Post[] | null },
): Promise<DutyRow[]> {
  return tx.query<DutyRow[]>(
    `WITH asked AS (
       SELECT coalesce($2::timestamptz, app.app_now()) AS "from", coalesce($3::timestamptz, app.app_now()) AS until),
     duty AS (
       SELECT 'shift' AS kind, site_id, id, post, person_id, NULL::uuid AS replaces_id, starts_at, ends_at, asked."from"
       FROM asked, app.shift
       WHERE site_id = ANY($1) AND cancelled_at IS NULL AND starts_at <= asked.until AND ends_at > asked."from"
         AND ($4::text[] IS NULL OR post = ANY($4))
       UNION ALL
       SELECT 'stand-in', site_id, id, post, person_id, replaces_id, starts_at, ends_at, asked."from"
       FROM asked, app.duty_override
       WHERE site_id = ANY($1) AND cancelled_at IS NULL AND starts_at <= asked.until AND ends_at > asked."from"
         AND ($4::text[] IS NULL OR post = ANY($4))
       UNION ALL
       SELECT 'leave', NULL, id, '', person_id, NULL, starts_at, ends_at, asked."from"
       FROM asked, app.leave
       WHERE cancelled_at IS NULL AND starts_at <= asked.until AND ends_at > asked."from")
     SELECT kind, site_id AS "siteId", duty.id, post, person_id AS "personId", replaces_id AS "replacesId", starts_at AS "startsAt",
            ends_at AS "endsAt", duty."from", person.active
     FROM duty JOIN app.person ON person.id = duty.person_id ORDER BY duty.id`,
    [siteIds, asked.from, asked.until, asked.posts],
  );
}
