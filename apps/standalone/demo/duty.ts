import type { Post } from '@zenmeban/domain/engine';
import {
  addDays,
  covers,
  localOf,
  onDutyAt as onDutyOf,
  overlap,
  shiftSpan,
  startOfDay,
} from '@zenmeban/domain/roster';
import { DateTime } from 'luxon';
import { timeZone } from './cast';

/** One shift of one person (by key) at one site (by code). */
export type Duty = { site: string; person: string; post: Post; startsAt: Date; endsAt: Date };

/** `week`: worked in even or odd weeks only; `off`: a weekday without it (1 = Monday). */
type Pattern = {
  site: string;
  person: string;
  post: Post;
  from: string;
  to: string;
  week?: 'even' | 'odd';
  off?: number;
};

const patterns: readonly Pattern[] = [
  /* The demo's supervisor and manager are reachable at any hour at the first site. */
  { site: 'BJ1', person: 'supervisor', post: 'supervisor', from: '08:00', to: '20:00' },
  { site: 'BJ1', person: 'supervisor', post: 'supervisor', from: '20:00', to: '08:00' },
  { site: 'BJ1', person: 'manager', post: 'manager', from: '09:30', to: '17:30' },
  { site: 'BJ1', person: 'manager', post: 'manager', from: '17:30', to: '09:30' },
  { site: 'BJ1', person: 'floor', post: 'reception', from: '08:00', to: '17:00' },
  { site: 'BJ1', person: 'sun.li', post: 'bar', from: '09:30', to: '17:30', off: 1 },
  { site: 'BJ1', person: 'zhao.lei', post: 'sales', from: '09:30', to: '17:30', off: 2 },
  { site: 'BJ1', person: 'zheng.hao', post: 'security', from: '08:00', to: '20:00' },
  { site: 'BJ1', person: 'gao.xiang', post: 'security', from: '20:00', to: '08:00' },
  { site: 'BJ1', person: 'wu.xiuying', post: 'cleaning', from: '08:00', to: '17:00' },
  { site: 'BJ1', person: 'liu.jianguo', post: 'facilities', from: '08:00', to: '17:00' },
  { site: 'HX2', person: 'huang.wei', post: 'supervisor', from: '08:00', to: '20:00', week: 'even' },
  { site: 'HX2', person: 'xu.ting', post: 'supervisor', from: '20:00', to: '08:00', week: 'even' },
  { site: 'HX2', person: 'xu.ting', post: 'supervisor', from: '08:00', to: '20:00', week: 'odd' },
  { site: 'HX2', person: 'huang.wei', post: 'supervisor', from: '20:00', to: '08:00', week: 'odd' },
  { site: 'HX2', person: 'guo.yan', post: 'manager', from: '09:30', to: '17:30' },
  { site: 'HX2', person: 'he.jing', post: 'reception', from: '09:30', to: '17:30' },
  { site: 'HX2', person: 'luo.bin', post: 'security', from: '20:00', to: '08:00' },
  { site: 'HX2', person: 'tang.guihua', post: 'cleaning', from: '08:00', to: '17:00' },
  { site: 'HX2', person: 'feng.tao', post: 'facilities', from: '08:00', to: '17:00', off: 7 },
  { site: 'YS3', person: 'deng.jie', post: 'supervisor', from: '08:00', to: '20:00', week: 'even' },
  { site: 'YS3', person: 'ye.chen', post: 'supervisor', from: '20:00', to: '08:00', week: 'even' },
  { site: 'YS3', person: 'ye.chen', post: 'supervisor', from: '08:00', to: '20:00', week: 'odd' },
  { site: 'YS3', person: 'deng.jie', post: 'supervisor', from: '20:00', to: '08:00', week: 'odd' },
  { site: 'YS3', person: 'jiang.hua', post: 'manager', from: '09:30', to: '17:30' },
  { site: 'YS3', person: 'cai.yun', post: 'reception', from: '09:30', to: '17:30' },
  { site: 'YS3', person: 'ouyang.peng', post: 'security', from: '08:00', to: '20:00' },
  { site: 'YS3', person: 'pan.meilan', post: 'cleaning', from: '08:00', to: '17:00' },
  { site: 'YS3', person: 'shi.lei', post: 'facilities', from: '08:00', to: '17:00', off: 7 },
];

/** Every shift that begins on the local days from `firstDay` to `lastDay`, counted from the day of `now`. */
export function dutiesAround(now: Date, firstDay: number, lastDay: number): Duty[] {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => today.plus({ days: firstDay + index }));
  return days.flatMap((day) =>
    patterns.filter((pattern) => works(pattern, day)).map((pattern) => dutyOn(pattern, day)),
  );
}

function works({ week, off }: Pattern, day: DateTime): boolean {
  if (off === day.weekday) return false;
  return week === undefined || week === (day.weekNumber % 2 === 0 ? 'even' : 'odd');
}

function dutyOn({ site, person, post, from, to }: Pattern, day: DateTime): Duty {
  const span = shiftSpan({ date: day.toFormat('yyyy-MM-dd'), start: from, end: to }, timeZone);
  if ('noSuchTime' in span) throw new Error(`the clocks of ${timeZone} do not change`);
  return { site, person, post, ...span };
}

/** The keys of the people on a post at that moment, as the roster answers. */
export function onDutyAt(duties: readonly Duty[], site: string, post: Post, at: Date): string[] {
  const shifts = duties
    .filter((duty) => duty.site === site && duty.post === post && covers(duty, at))
    .map(({ person, ...duty }) => ({ id: person, personId: person, ...duty }));
  return onDutyOf({ shifts, standIns: [], absences: [] }, post, at);
}

/** An offer to swap one shift for another of the same day, by keys. */
export type Swap = { shift: Duty; inReturn: Duty; note: string };

/** A colleague of the floor account's who asks for an earlier day, in two days or the first one after she works. */
export function swapFrom(now: Date): Swap {
  const coming = dutiesAround(now, 2, 4).filter(({ site }) => site === 'BJ1');
  const shift = coming.find(({ person }) => person === 'sun.li');
  const inReturn = coming.find((duty) => duty.person === 'floor' && shift !== undefined && overlap(duty, shift));
  if (!shift || !inReturn) throw new Error('the floor account works every day, and her colleague two of any three');
  return { shift, inReturn, note: '那天下午要开家长会，想换早班，谢谢！' };
}

/** Leave and a stand-in in the days to come, by keys: what a roster shows besides shifts. */
export type Absence = { person: string; startsAt: Date; endsAt: Date };
export type StandIn = Absence & { site: string; post: Post; replaces: string; reason: string };

/**
 * A manager's holiday, a supervisor who is away with a stand-in, and one whose leave opens a gap still to be filled. Of
 * `now` only the day counts.
 */
export function absencesFrom(now: Date): { leave: Absence[]; standIns: StandIn[] } {
  const today = localOf(now, timeZone).date;
  const days = (from: number, until: number) => ({
    startsAt: startOfDay(addDays(today, from), timeZone),
    endsAt: startOfDay(addDays(today, until), timeZone),
  });
  const supervisorAtNoon = (site: string, day: number) => {
    const noon = new Date(days(day, day).startsAt.getTime() + 12 * 3_600_000);
    return onDutyAt(dutiesAround(now, day - 1, day), site, 'supervisor', noon).slice(0, 1);
  };
  const standIns = supervisorAtNoon('YS3', 3).map((replaces) => ({
    ...{ site: 'YS3', post: 'supervisor' as const, replaces, reason: '培训' },
    ...{ person: replaces === 'deng.jie' ? 'ye.chen' : 'deng.jie', ...days(3, 4) },
  }));
  return {
    leave: [
      { person: 'guo.yan', ...days(2, 5) },
      ...supervisorAtNoon('HX2', 4).map((person) => ({ person, ...days(4, 6) })),
      ...standIns.map(({ replaces }) => ({ person: replaces, ...days(3, 4) })),
    ],
    standIns,
  };
}
