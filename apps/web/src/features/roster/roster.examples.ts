import type { Post } from '@zenmeban/domain/engine';
import type { DutyOverride, Leave, Roster, Shift, Swap } from '../../lib/types';
import { addDays, instantAt } from '../../lib/zoned-time';

const timeZone = 'Asia/Shanghai';

const person = (name: string) => ({ id: name, name });

const site = { id: 'bj1', code: 'BJ1', name: { zh: '北京', en: 'Beijing' }, timeZone };

/** A roster of a site in Shanghai with nothing on it but what is given. */
export const rosterOf = (given: Partial<Roster>): Roster => ({
  site,
  today: '2026-11-24',
  now: '2026-11-24T02:00:00Z',
  mayChange: true,
  days: [],
  usualShifts: [],
  calledPosts: ['supervisor'],
  people: [],
  shifts: [],
  overrides: [],
  leave: [],
  gaps: [],
  warnings: [],
  ...given,
});

/** A shift by local times; an end at or before the start is on the next day. */
export const shiftOf = (name: string, post: Post, date: string, start: string, end: string): Shift => ({
  id: `${name} ${date} ${start}`,
  person: person(name),
  post,
  kind: null,
  date,
  start,
  end,
  startsAt: instantAt(date, start, timeZone).toISOString(),
  endsAt: instantAt(end > start ? date : addDays(date, 1), end, timeZone).toISOString(),
  changeableUntil: instantAt(end > start ? date : addDays(date, 1), end, timeZone).toISOString(),
  swap: null,
});

export const leaveOf = (name: string, startsAt: string, endsAt: string): Leave => ({
  id: `leave of ${name}`,
  person: person(name),
  startsAt,
  endsAt,
});

export const overrideOf = (
  name: string,
  post: Post,
  replaces: string | null,
  startsAt: string,
  endsAt: string,
): DutyOverride => ({
  id: `${name} for ${replaces ?? 'all'}`,
  post,
  person: person(name),
  replaces: replaces === null ? null : person(replaces),
  startsAt,
  endsAt,
  reason: '',
});

export const gapOf = (post: Post, startsAt: string, endsAt: string): Roster['gaps'][number] => ({
  post,
  startsAt,
  endsAt,
});

/** An early shift that Zhou Min offers He Jing for nothing, and that waits for her answer unless given otherwise. */
export const swapOf = (given: Partial<Swap>): Swap => ({
  id: 'swap',
  shift: { ...shiftOf('Zhou Min', 'supervisor', '2026-11-25', '09:00', '18:00'), site },
  with: person('He Jing'),
  inReturn: null,
  note: '',
  proposedBy: person('Zhou Min'),
  proposedAt: '2026-11-24T02:00:00Z',
  state: 'proposed',
  settledAt: null,
  ...given,
});
