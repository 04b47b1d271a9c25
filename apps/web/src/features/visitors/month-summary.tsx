import { useVisitorTexts } from '../../lib/i18n/visitors';
import type { Visitors } from '../../lib/types';
import classes from './visitors.module.css';

/** How many came in all, and how much of it is known or doubtful. */
export function MonthSummary({ visitors: { days, visitors, daysMissing, today } }: { visitors: Visitors }) {
  const { v, language } = useVisitorTexts();
  const odd = days.filter(({ warning }) => warning !== null).length;
  const total = visitors.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const hasBegun = days.some(({ day }) => day <= today);
  if (!hasBegun) return <p>{v('page.future')}</p>;
  return (
    <ul className={classes.summary}>
      <li>{v('page.total', { count: visitors, replace: { count: total } })}</li>
      <li data-tone={daysMissing > 0 ? 'missing' : 'good'}>
        {daysMissing > 0 ? v('page.missing', { count: daysMissing }) : v('page.complete')}
      </li>
      {odd > 0 && <li data-tone="missing">{v('page.odd', { count: odd })}</li>}
    </ul>
  );
}
