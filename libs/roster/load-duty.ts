import type { Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import type { DutyRoster, Span } from '@zenmeban/domain/roster';

type DutyRow = {
  kind: 'shift' | 'stand-in' | 'leave';
  id: string;
  post: Post;
  personId: string;
  replacesId: string | null;
  startsAt: Date;
  endsAt: Date;
  active: boolean;
};

/**
 * What decides who is on duty at a site in a span of time, in one query; a moment is a span that ends where it starts.
 * @param posts those asked for; without it all
 */
export async function loadDuty(
  tx: Transaction,
  siteId: string,
  { startsAt, endsAt }: Span,
  posts: readonly Post[] | null = null,
): Promise<DutyRoster> {
  const rows = await tx.query<DutyRow[]>(
    `WITH duty AS (
       SELECT 'shift' AS kind, id, post, person_id, NULL::uuid AS replaces_id, starts_at, ends_at FROM app.shift
       WHERE site_id = $1 AND cancelled_at IS NULL AND starts_at <= $3 AND ends_at > $2
         AND ($4::text[] IS NULL OR post = ANY($4))
       UNION ALL
       SELECT 'stand-in', id, post, person_id, replaces_id, starts_at, ends_at FROM app.duty_override
       WHERE site_id = $1 AND cancelled_at IS NULL AND starts_at <= $3 AND ends_at > $2
         AND ($4::text[] IS NULL OR post = ANY($4))
       UNION ALL
       SELECT 'leave', id, '', person_id, NULL, starts_at, ends_at FROM app.leave
       WHERE cancelled_at IS NULL AND starts_at <= $3 AND ends_at > $2)
     SELECT kind, duty.id, post, person_id AS "personId", replaces_id AS "replacesId", starts_at AS "startsAt",
            ends_at AS "endsAt", person.active
     FROM duty JOIN app.person ON person.id = duty.person_id ORDER BY duty.id`,
    [siteId, startsAt, endsAt, posts],
  );
  const of = (kind: DutyRow['kind']) => rows.filter((row) => row.kind === kind);
  return {
    shifts: of('shift'),
    standIns: of('stand-in'),
    absences: of('leave'),
    gone: new Set(rows.filter(({ active }) => !active).map(({ personId }) => personId)),
  };
}
