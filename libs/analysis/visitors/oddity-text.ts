import type { Localized } from '@zenmeban/domain/engine';
import type { Oddity } from '@zenmeban/domain/analysis';
import { weekdayOf } from '@zenmeban/domain/roster';

const weekdays: readonly Localized[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];

/** What is odd about a figure and what to do, for whoever entered it. */
export function oddityText(
  oddity: Oddity,
  { day, visitors, holiday }: { day: string; visitors: number; holiday: Localized | null },
): Localized {
  if (oddity.kind === 'closed')
    return {
      zh: '按营业时间这天不营业，却有来访人数。请核对，或在案场设置里更正营业时间。',
      en: 'By its opening hours the site is closed on this day. Check the figure, or correct the hours in the site settings.',
    };
  if (oddity.kind === 'nobody')
    return {
      zh: `营业日一个人也没有来？${holiday ? `如果${holiday.zh}放假不营业，请在案场设置里把这天设为不营业；` : ''}如果没有统计，请留空。`,
      en: `Nobody came on an open day? ${holiday ? `If you were closed for ${holiday.en}, say so in the site settings. ` : ''}If nobody counted, leave it empty.`,
    };
  return comparison(oddity, day, visitors, holiday);
}

function comparison(
  { usual, weeks }: Extract<Oddity, { usual: number }>,
  day: string,
  visitors: number,
  holiday: Localized | null,
): Localized {
  const weekday = weekdays[weekdayOf(day) - 1] ?? { zh: '', en: '' };
  const about = Math.round(usual);
  const onHoliday = holiday ? { zh: `（当天是${holiday.zh}）`, en: ` (it was ${holiday.en})` } : { zh: '', en: '' };
  return {
    zh: `填的是 ${visitors} 人，近 ${weeks} 个${weekday.zh}一般约 ${about} 人${onHoliday.zh}。请核对是否多写或少写了数字；属实则不用改。`,
    en: `${visitors} visitors; the last ${weeks} ${weekday.en}s had about ${about}${onHoliday.en}. Check for a digit too many or too few; if it is true, leave it.`,
  };
}
