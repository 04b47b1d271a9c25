import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { addDays, type Day } from '../../lib/zoned-time';
import classes from './day-list.module.css';
import { dayWords, weekdayWords } from './day-words';
import { useDayRemarks } from './use-day-remarks';
import { dayGrid, weekGrid } from './week-grid';
import { CellContent, type Opener } from './week-table';

type Props = {
  roster: Roster;
  days: readonly Day[];
  day: Day;
  now: Date;
  open: Opener | null;
  onDay: (day: Day) => void;
};

const farEnoughPx = 60;

/** One day by post, for a phone; a swipe goes to the next. */
export function DayList({ roster, days, day, now, open, onDay }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const touch = useRef<{ x: number; y: number } | null>(null);
  const remark = useDayRemarks(roster)(day);
  return (
    <section
      className={classes.dayList}
      aria-label={d('roster.peopleOn', { day: dayWords(day, language) })}
      onTouchStart={({ touches }) => {
        const finger = touches[0];
        touch.current = finger ? { x: finger.clientX, y: finger.clientY } : null;
      }}
      onTouchEnd={({ changedTouches }) => {
        const finger = changedTouches[0];
        if (!finger || !touch.current) return;
        const [dx, dy] = [finger.clientX - touch.current.x, finger.clientY - touch.current.y];
        if (Math.abs(dx) > farEnoughPx && Math.abs(dx) > 2 * Math.abs(dy)) onDay(addDays(day, dx < 0 ? 1 : -1));
      }}
    >
      <DayStrip roster={roster} days={days} day={day} onDay={onDay} />
      {remark !== '' && <p className={classes.remark}>{remark}</p>}
      {dayGrid(roster, day).map(({ post, cell }) => (
        <div key={post} className={classes.post}>
          <h3>{t(`post.${post}`)}</h3>
          <div className={classes.people}>
            <CellContent post={post} cell={cell} roster={roster} now={now} open={open} />
            {cell.entries.length + cell.gaps.length === 0 && <p>{d('roster.nobodyAtPost')}</p>}
          </div>
          {open && (
            <ActionIcon
              variant="light"
              color="green"
              aria-label={d('roster.addTo', { post: t(`post.${post}`), day: dayWords(day, language) })}
              onClick={() => open.add({ post, day })}
            >
              <IconPlus size={20} />
            </ActionIcon>
          )}
        </div>
      ))}
    </section>
  );
}

/** The week to choose a day from; a mark where somebody is missing. */
function DayStrip({ roster, days, day, onDay }: Pick<Props, 'roster' | 'days' | 'day' | 'onDay'>) {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const lacking = new Set(
    weekGrid(roster, days).flatMap(({ cells }) => cells.filter(({ gaps }) => gaps.length > 0).map((cell) => cell.day)),
  );
  return (
    <div className={classes.strip} role="group" aria-label={d('roster.chooseDay')}>
      {days.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === day}
          aria-label={[
            dayWords(one, language),
            one === roster.today && d('common.today'),
            lacking.has(one) && d('roster.gap'),
          ]
            .filter(Boolean)
            .join(' ')}
          data-today={one === roster.today}
          data-lacking={lacking.has(one)}
          onClick={() => onDay(one)}
        >
          <span>{weekdayWords(one, language)}</span>
          <strong>{Number(one.slice(8))}</strong>
        </button>
      ))}
    </div>
  );
}
