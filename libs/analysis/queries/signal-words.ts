import type { RunRule, Signal } from '@zenmeban/domain/analysis';
import { addDays } from '@zenmeban/domain/roster';
import type { Localized } from '@zenmeban/domain/engine';
import { DateTime } from 'luxon';

/** What a pattern of several weeks is, put after the numbers; the limits need no explanation. */
const patterns: Readonly<Record<Exclude<RunRule, 'beyond_limits'>, Record<'above' | 'below', Localized>>> = {
  one_side: {
    above: { zh: '连续偏高', en: 'above the usual every week' },
    below: { zh: '连续偏低', en: 'below the usual every week' },
  },
  two_of_three: {
    above: { zh: '三周里两周明显偏高', en: 'clearly above the usual in two of three weeks' },
    below: { zh: '三周里两周明显偏低', en: 'clearly below the usual in two of three weeks' },
  },
  four_of_five: {
    above: { zh: '五周里四周偏高', en: 'above the usual in four of five weeks' },
    below: { zh: '五周里四周偏低', en: 'below the usual in four of five weeks' },
  },
  trend: {
    above: { zh: '一周比一周多', en: 'more each week than the week before' },
    below: { zh: '一周比一周少', en: 'fewer each week than the week before' },
  },
  alternating: {
    above: { zh: '一周多一周少，交替出现', en: 'up and down in turn' },
    below: { zh: '一周多一周少，交替出现', en: 'up and down in turn' },
  },
};

/**
 * A signal as a sentence: which weeks, how many, how many were to be expected, and how likely that is by luck. Weeks are
 * those of ISO 8601.
 * @param about what the chart is narrowed to, in words; null = all complaints
 */
export function signalSentence(signal: Signal, about: Localized | null): Localized {
  const { rule, side, observed, period, since } = signal;
  const pattern = rule === 'beyond_limits' ? null : patterns[rule][side];
  const expected = rounded(signal.expected);
  const weeks = weeksInWords(since, period);
  return {
    zh: `${weeks.zh}：${about ? `“${about.zh}”` : ''}投诉 ${observed} 起，预计 ${expected} 起${pattern ? `，${pattern.zh}` : ''}；纯属偶然的可能：${luck(signal).zh}。`,
    en: `${weeks.en}: ${observed} ${observed === 1 ? 'complaint' : 'complaints'}${about ? ` about “${about.en}”` : ''}, ${expected} expected${pattern ? `, ${pattern.en}` : ''}; chance of this by luck: ${luck(signal).en}.`,
  };
}

/** One decimal where few are expected, none where many. */
const rounded = (expected: number): string => (expected < 20 ? expected.toFixed(1) : String(Math.round(expected)));

/** 1 in a million is the end of what is believed. */
function luck({ oneIn }: Signal): Localized {
  const number = oneIn < 10 ? oneIn.toFixed(1) : String(Math.round(oneIn));
  return oneIn >= 1_000_000
    ? { zh: '不到百万分之一', en: 'less than 1 in 1,000,000' }
    : { zh: `1/${number}`, en: `1 in ${number}` };
}

function weeksInWords(since: string, until: string): Localized {
  const first = DateTime.fromISO(since, { zone: 'utc' });
  const last = DateTime.fromISO(until, { zone: 'utc' });
  const end = DateTime.fromISO(addDays(until, 6), { zone: 'utc' });
  const zhDays = `${first.toFormat('M月d日')}至${end.toFormat('M月d日')}`;
  const enDays = `${day(first)} to ${day(end)} ${end.year}`;
  return since === until
    ? { zh: `第${last.weekNumber}周（${zhDays}）`, en: `Week ${last.weekNumber} (${enDays})` }
    : {
        zh: `第${first.weekNumber}至${last.weekNumber}周（${zhDays}）`,
        en: `Weeks ${first.weekNumber} to ${last.weekNumber} (${enDays})`,
      };
}

const day = (of: DateTime): string => of.setLocale('en').toFormat('d LLL');
