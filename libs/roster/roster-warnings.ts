import type { Transaction } from '@zenmeban/database';
import { doubleDuties, type DutyRoster, overlap, type Span } from '@zenmeban/domain/roster';
import { unreachable } from './reach';
import { readShifts, type PersonRef, type SiteRef, type SiteShiftView } from './shift-views';

/** What is odd about a shift; it stands nevertheless. */
export type RosterWarning = Span & {
  kind: 'two_sites' | 'on_leave' | 'unreachable' | 'left';
  person: PersonRef;
  shiftId: string;
  otherSite: SiteRef | null;
};

/** What a supervisor should look at among the shifts of a site in a span of time. */
export async function readWarnings(
  tx: Transaction,
  siteId: string,
  window: Span,
  duty: DutyRoster,
): Promise<RosterWarning[]> {
  const ids = [...new Set(duty.shifts.map(({ personId }) => personId))];
  const shifts = await readShifts(tx, 'shift.person_id = ANY($1) AND shift.starts_at < $3 AND shift.ends_at > $2', [
    ids,
    window.startsAt,
    window.endsAt,
  ]);
  const own = shifts.filter(({ site }) => site.id === siteId);
  const muted = await unreachablePeople(tx, ids);
  return [
    ...doubleDuties(shifts.map((shift) => ({ ...shift, siteId: shift.site.id, personId: shift.person.id })))
      .filter((pair) => pair.some(({ site }) => site.id === siteId))
      .map((pair) => twoSites(pair, siteId)),
    ...own.flatMap((shift) =>
      duty.absences
        .filter((absence) => absence.personId === shift.person.id && overlap(absence, shift))
        .map((absence) => warning('on_leave', shift, common(absence, shift))),
    ),
    ...own.filter(({ person }) => duty.gone?.has(person.id)).map((shift) => warning('left', shift, shift)),
    ...own.filter(({ person }) => muted.has(person.id)).map((shift) => warning('unreachable', shift, shift)),
  ];
}

/** Those of the people whom neither mail nor a channel of their own would get to. */
export async function unreachablePeople(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string; email: string; bounces: number; ownChannel: boolean }[]>(
    `SELECT id, email, bounces,
            EXISTS (SELECT FROM app.channel WHERE channel.person_id = person.id AND channel.enabled
                      AND channel.removed_at IS NULL AND channel.failures < 3) AS "ownChannel"
     FROM app.person WHERE id = ANY($1) AND active`,
    [ids],
  );
  return new Set(rows.filter((person) => unreachable(person) !== null).map(({ id }) => id));
}

function twoSites([one, other]: [SiteShiftView, SiteShiftView], siteId: string): RosterWarning {
  const [here, there] = one.site.id === siteId ? [one, other] : [other, one];
  return { ...warning('two_sites', here, common(here, there)), otherSite: there.site };
}

const warning = (kind: RosterWarning['kind'], { id, person }: SiteShiftView, span: Span): RosterWarning => ({
  ...{ kind, person, shiftId: id, otherSite: null },
  startsAt: span.startsAt,
  endsAt: span.endsAt,
});

/** The time two spans share. */
const common = (one: Span, other: Span): Span => ({
  startsAt: one.startsAt > other.startsAt ? one.startsAt : other.startsAt,
  endsAt: one.endsAt < other.endsAt ? one.endsAt : other.endsAt,
});
