import { Database } from '@zenmeban/database';
import { type Engagement, swapChoice } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { validate } from 'uuid';
import { mayHold, peopleHere, type PersonHere } from './people-here';
import { shiftBegun, unknownShift } from './refusals';
import { type PersonRef, readShifts, type SiteShiftView } from './shift-views';

export type SwapPartner = {
  person: PersonRef;
  /** Whether they could take it for nothing in return. */
  gift: boolean;
  /** Those of their shifts that could be had for it. */
  inReturn: SiteShiftView[];
  /** Why it is neither; null where something works. */
  why: 'busy' | 'role' | null;
};

/** How far ahead a shift to take in return is looked for. */
const lookAhead = `interval '28 days'`;

/** With whom a shift could be swapped, by the rules by which an offer is taken. */
@Injectable()
export class SwapPartners {
  constructor(private readonly database: Database) {}

  /** Everybody who works at the site, those with whom it works in front. Throws `shift.unknown`, `swap.begun`. */
  async of(actorId: string, shiftId: string): Promise<SwapPartner[]> {
    const tx = this.database.manager;
    const [shift] = validate(shiftId)
      ? await readShifts(tx, 'shift.id = $1 AND shift.person_id = $2', [shiftId, actorId])
      : [];
    if (!shift) throw unknownShift();
    const now = await this.database.now();
    if (shift.startsAt <= now) throw shiftBegun();
    const here = await peopleHere(tx, shift.site.id);
    const ids = here.map(({ id }) => id).concat(actorId);
    const shifts = await readShifts(
      tx,
      `shift.person_id = ANY($1) AND shift.ends_at > app.app_now()
         AND shift.starts_at < greatest($2::timestamptz, app.app_now()) + ${lookAhead}`,
      [ids, shift.startsAt],
    );
    const leave = await tx.query<Engagement[]>(
      `SELECT id, person_id AS "personId", starts_at AS "startsAt", ends_at AS "endsAt" FROM app.leave
       WHERE person_id = ANY($1) AND cancelled_at IS NULL AND ends_at > app.app_now()`,
      [ids],
    );
    const doneBy = (personId: string): Engagement[] => [
      ...shifts.filter(({ person }) => person.id === personId).map((one) => ({ ...one, personId })),
      ...leave.filter((one) => one.personId === personId),
    ];
    const me = here.find(({ id }) => id === actorId);
    const partner = (person: PersonHere): SwapPartner => {
      const ref = { id: person.id, name: person.name };
      if (!mayHold(person, shift.post)) return { person: ref, gift: false, inReturn: [], why: 'role' };
      const swappable = shifts.filter(
        (one) =>
          one.person.id === person.id &&
          one.site.id === shift.site.id &&
          one.startsAt > now &&
          one.swap === null &&
          me !== undefined &&
          mayHold(me, one.post),
      );
      const { gift, inReturn } = swapChoice(
        { ...shift, personId: actorId },
        {
          mine: doneBy(actorId),
          theirs: doneBy(person.id),
          offers: swappable.map((one) => ({ ...one, personId: person.id })),
        },
      );
      const works = gift || inReturn.length > 0;
      return {
        person: ref,
        gift,
        inReturn: swappable.filter(({ id }) => inReturn.includes(id)),
        why: works ? null : 'busy',
      };
    };
    const partners = here.filter(({ id }) => id !== actorId).map(partner);
    return [...partners.filter(({ why }) => why === null), ...partners.filter(({ why }) => why !== null)];
  }
}
