import { api, body } from '../../lib/api';
import type { Shift } from '../../lib/types';

/** Takes shifts off the roster. */
export const cancelShifts = (site: string, shifts: readonly Pick<Shift, 'id'>[]) =>
  body(
    api.POST('/api/v1/sites/{site}/shifts/cancel', {
      params: { path: { site } },
      body: { ids: shifts.map(({ id }) => id) },
    }),
  );

/** Puts a shift on the roster as it was. */
export const addAgain = (site: string, { person, post, date, start, end }: Shift) =>
  body(
    api.POST('/api/v1/sites/{site}/shifts', {
      params: { path: { site } },
      body: { personId: person.id, post, date, start, end },
    }),
  );
