import { posts } from '@zenmeban/domain/engine';
import { z } from 'zod';
import { id, instant, localized, name, personRef, text } from './common';
import { severity } from './incidents';

export const post = z.enum(posts);

/** A day of the site's calendar. */
export const date = z.iso.date();
/** `HH:MM`, local to the site. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** `2026-11-23T20:00`, local to the site. */
export const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/);

const siteRef = z.object({ id, code: z.string(), name: localized, timeZone: z.string() });

/** The shifts everybody knows by name: the handbook's early and late day, and the night. */
export const usualShift = z.object({
  kind: z.enum(['early', 'late', 'night']),
  title: localized,
  start: timeOfDay,
  /** At or before `start`: on the next day. */
  end: timeOfDay,
});

export const shift = z
  .object({
    id,
    person: personRef,
    post,
    /** Null when it has hours of its own. */
    kind: usualShift.shape.kind.nullable(),
    /** The local day it begins on, and its local hours; `end` at or before `start` is on the next day. */
    date,
    start: timeOfDay,
    end: timeOfDay,
    startsAt: instant,
    endsAt: instant,
    /** Then it is over and stays as it was: its end, or an hour after it was put there or changed. */
    changeableUntil: instant,
    /** It is offered to somebody who has not answered yet. */
    swap: z.object({ id, with: personRef }).nullable(),
  })
  .meta({ id: 'Shift' });

export const myShift = shift.extend({ site: siteRef }).meta({ id: 'MyShift' });

export const dutyOverride = z
  .object({
    id,
    post,
    person: personRef,
    /** For whom; null = for whoever is on the post. */
    replaces: personRef.nullable(),
    startsAt: instant,
    endsAt: instant,
    reason: z.string(),
  })
  .meta({ id: 'DutyOverride' });

export const leave = z.object({ id, person: personRef, startsAt: instant, endsAt: instant }).meta({ id: 'Leave' });

/** Hours of one day; `until` at or before `from` is on the next day, both equal = around the clock. */
export const openHours = z.strictObject({ from: timeOfDay, until: timeOfDay });

export const opening = z.strictObject({
  /** By ISO weekday, `1` = Monday; a missing one is closed. */
  week: z.strictObject({
    '1': openHours.optional(),
    '2': openHours.optional(),
    '3': openHours.optional(),
    '4': openHours.optional(),
    '5': openHours.optional(),
    '6': openHours.optional(),
    '7': openHours.optional(),
  }),
  /** Single days go before the week; null = closed. */
  days: z.record(date, openHours.nullable()).optional(),
});

export const siteSettings = siteRef
  .extend({
    /** Whom to phone when nobody else can be named. */
    phone: z.string().nullable(),
    /** Null = open at any hour. */
    opening: opening.nullable(),
    /** Whether I may change this. */
    mayChange: z.boolean(),
  })
  .meta({ id: 'SiteSettings' });

/** Only what is given changes. */
export const changeSite = z.strictObject({
  phone: z
    .string()
    .regex(/^\+?[\d\s()-]{3,40}$/)
    .nullable()
    .optional(),
  opening: opening.nullable().optional(),
});

const day = z.object({
  date,
  startsAt: instant,
  endsAt: instant,
  holiday: localized.nullable(),
  /** A working day of the calendar, make-up days (调休) included. */
  working: z.boolean(),
  /** Null = closed; a site without opening hours is open around the clock. */
  hours: openHours.nullable(),
});

/** Nobody is on a post that policies call. */
const gap = z.object({ post, startsAt: instant, endsAt: instant });

const warning = z.object({
  /**
   * `two_sites`: on duty at two sites at once; `on_leave`: on duty while away; `unreachable`: mail to them is refused
   * for good; `left`: no longer works here.
   */
  kind: z.enum(['two_sites', 'on_leave', 'unreachable', 'left']),
  person: personRef,
  shiftId: id,
  startsAt: instant,
  endsAt: instant,
  /** Of `two_sites`. */
  otherSite: siteRef.nullable(),
});

export const roster = z
  .object({
    site: siteRef,
    /** The local day and the moment of the answer. */
    today: date,
    now: instant,
    /** Whether I may change it. */
    mayChange: z.boolean(),
    days: z.array(day),
    usualShifts: z.array(usualShift),
    /** The posts that some policy calls on duty: a gap in them is reported. */
    calledPosts: z.array(post),
    /** Everybody who works at the site, by name. */
    people: z.array(personRef.extend({ role: z.enum(['staff', 'supervisor', 'manager', 'administrator']) })),
    shifts: z.array(shift),
    overrides: z.array(dutyOverride),
    leave: z.array(leave),
    gaps: z.array(gap),
    /** Empty for those who may not change the roster. */
    warnings: z.array(warning),
  })
  .meta({ id: 'Roster' });

/** Local days, both included; at most 42. Without them the week of today. */
export const rosterQuery = z.strictObject({ from: date.optional(), to: date.optional() });

export const addShift = z.strictObject({ personId: id, post, date, start: timeOfDay, end: timeOfDay });
/** Only what is given changes. */
export const changeShift = addShift.partial();
export const copyWeek = z.strictObject({
  /** Any day of the week (Monday to Sunday) to copy from, and of the one to copy to. */
  from: date,
  to: date,
});
export const copied = z
  .object({
    shifts: z.array(shift),
    /** What was there already, whose person is away or has left, or whose time the clocks jump over. */
    left: z.array(
      z.object({ person: personRef, post, date, why: z.enum(['there', 'on_leave', 'left', 'no_such_time']) }),
    ),
  })
  .meta({ id: 'CopiedWeek' });
export const cancelShifts = z.strictObject({ ids: z.array(id).min(1).max(500) });
export const cancelled = z.object({ cancelled: z.int() });

export const addOverride = z.strictObject({
  post,
  personId: id,
  replacesId: id.nullable().optional(),
  from: localTime,
  until: localTime,
  reason: text(500).optional(),
});
export const addLeave = z.strictObject({ personId: id, from: localTime, until: localTime });

export const dutyChange = z
  .object({
    id,
    at: instant,
    actor: personRef.nullable(),
    kind: z.string(),
    /** The people it mentions, by id. */
    people: z.array(personRef),
    /** By `kind`: `before` and `after` where something was changed. */
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'DutyChange' });
export const changesQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const swap = z
  .object({
    id,
    shift: myShift,
    with: personRef,
    inReturn: myShift.nullable(),
    note: z.string(),
    proposedBy: personRef,
    proposedAt: instant,
    state: z.enum(['proposed', 'confirmed', 'declined', 'withdrawn']),
    settledAt: instant.nullable(),
  })
  .meta({ id: 'Swap' });
export const partnersQuery = z.strictObject({ shift: id });
/** Colleagues of the site, those with whom the shift can be swapped in front. */
export const swapPartners = z
  .object({
    partners: z.array(
      z.object({
        person: personRef,
        /** Whether they could take it for nothing in return. */
        gift: z.boolean(),
        /** Those of their next 28 days at the site that could be had for it. */
        inReturn: z.array(myShift),
        /** Why it is neither: they are on duty or away then, or lack the role for the post. */
        why: z.enum(['busy', 'role']).nullable(),
      }),
    ),
  })
  .meta({ id: 'SwapPartners' });

export const proposeSwap = z.strictObject({
  shiftId: id,
  withPersonId: id,
  /** One of theirs in exchange; without it the shift is given away. */
  withShiftId: id.nullable().optional(),
  note: text(500).optional(),
});

export const myDuty = z
  .object({
    now: instant,
    /** From now on, for 60 days. */
    shifts: z.array(myShift),
    leave: z.array(leave),
    /** Waiting for my answer; and mine, waiting for theirs or settled in the last 14 days. */
    waitingForMe: z.array(swap),
    mine: z.array(swap),
  })
  .meta({ id: 'MyDuty' });

const target = z.union([
  z.object({ onDuty: z.enum(['supervisor', 'manager', 'facilities', 'cleaning', 'security']) }),
  z.object({ role: z.enum(['supervisor', 'manager', 'administrator']) }),
  z.object({ person: z.string() }),
]);
const channelKind = z.enum(['mail', 'wecom', 'dingtalk', 'feishu', 'webhook']);

export const reachQuery = z.strictObject({
  policy: name,
  /** Without it now. */
  at: instant.optional(),
  severity: severity.optional(),
});
/** Whom a policy would call, level by level, if nobody acknowledged. */
export const reach = z
  .object({
    site: siteRef,
    policy: z.object({ id: z.string(), title: localized }),
    severity,
    at: instant,
    /** When the first call would go out, later than `at` while people may not be called. */
    callsFrom: instant,
    reachesNobody: z.boolean(),
    /** Group robots and webhooks of the site that hear of it, too. */
    siteChannels: z.array(z.object({ kind: channelKind, name: z.string() })),
    levels: z.array(
      z.object({
        level: z.int(),
        at: instant,
        targets: z.array(target),
        people: z.array(
          z.object({
            person: personRef,
            /** Only for supervisors and up. */
            phone: z.string().nullable(),
            channels: z.array(z.object({ kind: channelKind, name: z.string() })),
          }),
        ),
        skipped: z.array(
          z.object({
            target,
            /** Null when the target itself is nobody. */
            person: personRef.nullable(),
            why: z.enum([
              'nobody_on_duty',
              'nobody_with_role',
              'unknown_person',
              'no_address',
              'address_refused',
              'quiet_hours',
            ]),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ReachNow' });

/** The secret address of a calendar stands in this answer only; a new one ends the one before. */
export const newFeed = z.object({ address: z.string(), createdAt: instant }).meta({ id: 'NewCalendarFeed' });
/** Null = there is none. */
export const feed = z.object({ createdAt: instant.nullable() }).meta({ id: 'CalendarFeed' });

export const importQuery = z.strictObject({
  /** `true`: only looks. */
  preview: z.enum(['true', 'false']).optional(),
  /** For the messages. */
  name: text(200).optional(),
});
export const importResult = z
  .object({
    /** Whether every row is good, so that it can be imported. */
    good: z.boolean(),
    /** Shifts written; 0 in a preview. */
    imported: z.int(),
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), conflict: z.int(), wrong: z.int() }),
    rows: z.array(
      z.object({
        /** As the spreadsheet counts, from 1. */
        row: z.int(),
        /**
         * `changed`: the shift is there and ends differently; `same`: it is there; `conflict`: can be imported, but the
         * person is somewhere else or away at that time; `wrong`: must be corrected first.
         */
        state: z.enum(['new', 'changed', 'same', 'conflict', 'wrong']),
        person: z.string(),
        post: z.string(),
        date: z.string(),
        start: z.string(),
        end: z.string(),
        /** What is wrong or to be looked at, and what to do; `column` as in the file, empty = the row. */
        messages: z.array(z.object({ column: z.string(), text: localized })),
      }),
    ),
  })
  .meta({ id: 'RosterImport' });

/** A file; its type stands in the answer's header. */
export const file = z.string();
