import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { type Day, weekdayOf } from '../../lib/zoned-time';

/** What is special about a day, in words: its holiday, that it is made up for (调休), that the site is closed. */
export function useDayRemarks({ days }: Roster): (day: Day) => string {
  const { say } = useTexts();
  const { d } = useDutyTexts();
  return (day) => {
    const facts = days.find(({ date }) => date === day);
    if (!facts) return '';
    const isMadeUp = facts.working && weekdayOf(day) > 5;
    return [
      facts.holiday && say(facts.holiday),
      isMadeUp && d('roster.holidayWorking'),
      facts.hours === null && d('roster.closed'),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
