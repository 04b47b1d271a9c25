import { DomainError, type Fault, type Localized } from '@zenmeban/domain/engine';
import type { DayRange } from '@zenmeban/domain/roster';

const refusal = (fault: Fault, code: string, zh: string, en: string) => () => new DomainError(fault, code, { zh, en });

export const unknownShift = refusal(
  'not_found',
  'shift.unknown',
  '找不到这个班次，可能已被取消。请刷新排班表。',
  'There is no such shift; it may have been cancelled. Look at the roster again.',
);
export const unknownStandIn = refusal(
  'not_found',
  'override.unknown',
  '找不到这条顶班记录，可能已被取消。',
  'There is no such stand-in; it may have been ended already.',
);
export const unknownLeave = refusal(
  'not_found',
  'leave.unknown',
  '找不到这条请假记录，可能已被取消。',
  'There is no such leave; it may have been taken back already.',
);
export const unknownSwap = refusal('not_found', 'swap.unknown', '找不到这条换班申请。', 'There is no such swap.');
export const shiftThereAlready = refusal(
  'conflict',
  'shift.there_already',
  '此人在这个岗位、这个时间已有班次，请修改原有班次。',
  'This person has a shift on this post from that time already; change that one.',
);
/** What is wrong with changing a shift that is over. */
export const shiftOverText: Localized = {
  zh: '班次已经结束，排班记录保持原样，不能再修改或取消（新加或刚改的班次一小时内可以更正）。以后的安排请改后面的班次。',
  en: 'This shift is over, and the past stays as it was: it can be changed or taken off only within an hour after it was put there or changed. Change the shifts to come instead.',
};

export const shiftOver = refusal('conflict', 'shift.over', shiftOverText.zh, shiftOverText.en);

export const shiftBegun = refusal(
  'conflict',
  'swap.begun',
  '班次已经开始或结束，不能再换班，请找主管安排顶班。',
  'A shift that has begun cannot be swapped; ask the supervisor for a stand-in.',
);
export const swapSettled = refusal(
  'conflict',
  'swap.settled',
  '这条换班申请已有结果，请刷新。',
  'This swap is settled already; look again.',
);
export const swapChanged = refusal(
  'conflict',
  'swap.changed',
  '班次在此期间已被调整，换班无法进行，请重新申请。',
  'One of the shifts was changed in the meantime; propose the swap anew.',
);
export const swapProposedAlready = refusal(
  'conflict',
  'swap.proposed_already',
  '这个班次已有一条待确认的换班申请，请先撤回。',
  'This shift is offered to somebody already; take that offer back first.',
);
export const swapWithSelf = refusal('invalid', 'swap.with_self', '不能和自己换班。', 'You cannot swap with yourself.');

/** Somebody would be needed twice at once, or is away. */
export const swapDoubleBooks = (name: string) =>
  new DomainError('conflict', 'swap.double_booking', {
    zh: `换班后${name}在同一时间已有别的班次或正在请假。`,
    en: `${name} has another shift, or is away, at that time.`,
  });

/** Somebody does not have the role that a post needs. */
export const notForThisPost = (name: string) =>
  new DomainError('conflict', 'swap.not_for_this_post', {
    zh: `${name}没有这个岗位所需的角色，不能接这个班。`,
    en: `${name} does not have the role this post needs.`,
  });

/** A time that the clocks of the site jump over. */
export const noSuchTime = (path: string, time: string, zone: string) =>
  field(
    path,
    'no_such_time',
    `当天 ${zone} 因时钟调快没有 ${time} 这个时刻，请换一个时间。`,
    `${time} does not exist on that day in ${zone} (the clocks go forward). Choose another time.`,
  );

export const endsBeforeStart = (path: string) =>
  field(path, 'ends_before_start', '结束时间必须晚于开始时间。', 'The end must be after the start.');

export const notHere = (path: string) =>
  field(path, 'not_here', '此人不在这个案场工作，或已停用。', 'This person does not work at this site, or has left.');

export const theSame = (path: string) =>
  field(path, 'same_person', '不能由本人顶自己的班。', 'Nobody can stand in for themselves.');

/** What is wrong with a day that is too far back or ahead to be planned. */
export const outsidePlanText = ({ first, last }: DayRange): Localized => ({
  zh: `日期须在 ${first} 至 ${last} 之间（一年前到两年后），请检查年份。`,
  en: `The day must be from ${first} to ${last}, one year back to two years ahead. Check the year.`,
});

/** Days that are too far back or ahead to be planned, by the paths of their fields. */
export const outsidePlan = (paths: readonly string[], plan: DayRange) => fields(paths, 'day', outsidePlanText(plan));

/** A window of the roster: days that are too far away to be looked at. */
export const windowTooFar = (paths: readonly string[], { first, last }: DayRange) =>
  fields(
    paths,
    'day',
    { zh: `只能查看 ${first} 至 ${last} 的排班。`, en: `The roster can be looked at from ${first} to ${last}.` },
    'roster.window',
  );

export const windowBackwards = () =>
  fields(
    ['to'],
    'ends_before_start',
    { zh: '结束日期不能早于开始日期。', en: 'The last day must not be before the first.' },
    'roster.window',
  );

export const windowTooLong = (mostDays: number) =>
  fields(
    ['to'],
    'too_long',
    { zh: `一次最多查看 ${mostDays} 天。`, en: `Ask for at most ${mostDays} days at a time.` },
    'roster.window',
  );

const field = (path: string, code: string, zh: string, en: string) => fields([path], code, { zh, en });

function fields(
  paths: readonly string[],
  code: string,
  message: Localized,
  errorCode = 'validation.failed',
): DomainError {
  return new DomainError(
    'invalid',
    errorCode,
    message,
    paths.map((path) => ({ path, code, message })),
  );
}
