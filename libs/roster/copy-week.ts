import type { Site, Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import { addDays, mondayOf, overlap, shiftSpan, type Span, startOfDay } from '@zenmeban/domain/roster';
import { v7 } from 'uuid';
import type { DutyLog } from './duty-log';
import { loadDuty } from './load-duty';
import { peopleHere } from './people-here';
import { type PersonRef, readShifts, type ShiftView, withoutSite } from './shift-views';

/** The shifts that were added, and those that were left, with the reason. */
export type CopiedWeek = { shifts: ShiftView[]; left: LeftShift[] };
type LeftShift = { person: PersonRef; post: Post; date: string; why: 'there' | 'on_leave' | 'left' | 'no_such_time' };

type NewShift = Span & { id: string; personId: string; post: Post };
type Copy = NewShift & { person: PersonRef; date: string };

/** Copies the shifts that begin in the week of one day to the same weekdays and local hours in the week of another. */
export async function copyWeek(
  tx: Transaction,
  log: DutyLog,
  site: Site,
  { from, to }: { from: string; to: string },
  actorId: string,
): Promise<CopiedWeek> {
  const [source, target] = [mondayOf(from), mondayOf(to)];
  const here = new Set((await peopleHere(tx, site.id)).map(({ id }) => id));
  const { absences } = await loadDuty(tx, site.id, weekSpan(target, site.timeZone), []);
  const daysLater = (Date.parse(target) - Date.parse(source)) / 86_400_000;
  const left: LeftShift[] = [];
  const copies: Copy[] = [];
  for (const { person, post, date: sourceDate, start, end } of await shiftsOfWeek(tx, site, source)) {
    const date = addDays(sourceDate, daysLater);
    const span = shiftSpan({ date, start, end }, site.timeZone);
    const leave = (why: LeftShift['why']) => left.push({ person, post, date, why });
    if (!here.has(person.id)) leave('left');
    else if ('noSuchTime' in span) leave('no_such_time');
    else if (absences.some((absence) => absence.personId === person.id && overlap(absence, span))) leave('on_leave');
    else copies.push({ id: v7(), personId: person.id, post, ...span, person, date });
  }
  const added = new Set(await insertShifts(tx, site.id, copies));
  for (const { id, person, post, date } of copies) if (!added.has(id)) left.push({ person, post, date, why: 'there' });
  if (added.size > 0)
    await log.record(tx, {
      ...{ kind: 'week.copied', siteId: site.id, actorId },
      data: {
        from: source,
        to: target,
        shifts: copies.filter(({ id }) => added.has(id)).map((copy) => ({ shiftId: copy.id, ...recordOf(copy) })),
      },
    });
  const shifts = await readShifts(tx, 'shift.id = ANY($1)', [[...added]]);
  return { shifts: shifts.map(withoutSite), left };
}

/** What the log keeps of a shift. */
export const recordOf = ({ personId, post, startsAt, endsAt }: Span & { personId: string; post: Post }) => ({
  ...{ personId, post },
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/** Adds what is not there. @returns the ids of those added */
export async function insertShifts(tx: Transaction, siteId: string, shifts: readonly NewShift[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
     SELECT id, $1, "personId", post, "startsAt", "endsAt"
     FROM jsonb_to_recordset($2)
       AS r(id uuid, "personId" uuid, post text, "startsAt" timestamptz, "endsAt" timestamptz)
     ON CONFLICT (site_id, person_id, post, starts_at) WHERE cancelled_at IS NULL DO NOTHING RETURNING id`,
    [siteId, JSON.stringify(shifts)],
  );
  return rows.map(({ id }) => id);
}

function weekSpan(monday: string, zone: string): Span {
  return { startsAt: startOfDay(monday, zone), endsAt: startOfDay(addDays(monday, 7), zone) };
}

async function shiftsOfWeek(tx: Transaction, site: Site, monday: string) {
  const { startsAt, endsAt } = weekSpan(monday, site.timeZone);
  return readShifts(tx, 'shift.site_id = $1 AND shift.starts_at >= $2 AND shift.starts_at < $3', [
    ...[site.id, startsAt, endsAt],
  ]);
}
