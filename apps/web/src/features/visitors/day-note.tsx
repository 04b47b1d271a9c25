import { IconAlertTriangle } from '@tabler/icons-react';
import { now } from '../../lib/clock';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import { clockTime } from '../../lib/format';
import type { VisitorDay } from '../../lib/types';
import classes from './visitors.module.css';

/** What there is to say of a day: whose figure it is, holiday, closed, missing, and why it looks odd. */
export function DayNote({ day, timeZone, isToday }: { day: VisitorDay; timeZone: string; isToday: boolean }) {
  const { v, say, language } = useVisitorTexts();
  const { source, enteredBy, at, holiday, isOpen, isMissing, warning } = day;
  const by =
    source === null ? null : source === 'counter' ? v('day.counter') : v(`day.${source}`, { name: enteredBy?.name });
  return (
    <>
      <p className={classes.remarks}>
        {isMissing && <strong className={classes.missing}>{v('day.missing')}</strong>}
        {isToday && <span className={classes.chip}>{v('day.today')}</span>}
        {holiday && <span className={classes.chip}>{say(holiday)}</span>}
        {!isOpen && <span className={classes.chip}>{v('day.closed')}</span>}
        {by !== null && at !== null && <span>{`${by} · ${clockTime(at, timeZone, language, now())}`}</span>}
      </p>
      {warning && (
        <p className={classes.warning}>
          <IconAlertTriangle size={18} aria-hidden />
          {say(warning.text)}
        </p>
      )}
    </>
  );
}
