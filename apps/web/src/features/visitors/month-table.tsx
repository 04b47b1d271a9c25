import { useVisitorTexts } from '../../lib/i18n/visitors';
import type { Visitors } from '../../lib/types';
import { DayRow } from './day-row';
import type { Month } from './month';
import classes from './visitors.module.css';

/** The days of a month up to today, one below the other; Enter goes from field to field. */
export function MonthTable({ month, visitors: { site, days, today } }: { month: Month; visitors: Visitors }) {
  const { v } = useVisitorTexts();
  const begun = days.filter(({ day }) => day <= today);
  if (begun.length === 0) return null;
  return (
    <>
      <p className={classes.hint}>{v('day.hint')}</p>
      <table className={classes.table} aria-label={v('page.title')}>
        <thead>
          <tr>
            <th scope="col">{v('day.day')}</th>
            <th scope="col">{v('day.visitors')}</th>
            <th scope="col">{v('day.note')}</th>
          </tr>
        </thead>
        <tbody>
          {begun.map((day) => (
            <DayRow key={day.day} siteId={site.id} timeZone={site.timeZone} month={month} day={day} today={today} />
          ))}
        </tbody>
      </table>
    </>
  );
}
