import type { Transaction } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { localOf } from '@zenmeban/domain/roster';
import type { PlannedShift } from './plan-shifts';

type Clash = { row: number; site: Localized | null; startsAt: Date; zone: string };

/** Which of the shifts to be written have their person at another site, or away, at that time. */
export async function clashesOf(
  tx: Transaction,
  shifts: readonly PlannedShift[],
): Promise<{ row: number; message: Localized }[]> {
  const wanted = shifts
    .filter(({ action }) => action !== 'same')
    .map(({ position, ...shift }) => ({ ...shift, row: position.row }));
  const clashes = await tx.query<Clash[]>(
    `WITH wanted AS (
       SELECT * FROM jsonb_to_recordset($1)
         AS r("row" int, "siteId" uuid, "personId" uuid, "startsAt" timestamptz, "endsAt" timestamptz))
     SELECT wanted.row, site.name AS site, shift.starts_at AS "startsAt", site.time_zone AS zone
     FROM wanted JOIN app.shift ON shift.person_id = wanted."personId" AND shift.site_id <> wanted."siteId"
       AND shift.cancelled_at IS NULL AND shift.starts_at < wanted."endsAt" AND shift.ends_at > wanted."startsAt"
     JOIN app.site ON site.id = shift.site_id
     UNION ALL
     SELECT wanted.row, NULL, leave.starts_at, site.time_zone
     FROM wanted JOIN app.leave ON leave.person_id = wanted."personId"
       AND leave.cancelled_at IS NULL AND leave.starts_at < wanted."endsAt" AND leave.ends_at > wanted."startsAt"
     JOIN app.site ON site.id = wanted."siteId"`,
    [JSON.stringify(wanted)],
  );
  return clashes.map(({ row, site, startsAt, zone }) => ({ row, message: sentence(site, startsAt, zone) }));
}

function sentence(site: Localized | null, startsAt: Date, zone: string): Localized {
  const { date, time } = localOf(startsAt, zone);
  if (site === null)
    return { zh: `此人从 ${date} ${time} 起请假。`, en: `This person is away from ${date} ${time} on.` };
  return {
    zh: `此人从 ${date} ${time} 起在“${site.zh}”有班次。`,
    en: `This person has a shift at ${site.en} from ${date} ${time} on.`,
  };
}
