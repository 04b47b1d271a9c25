import type { Post } from '@zenmeban/domain/engine';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import classes from './chip.module.css';
import { hoursWords, isOvernight, spanWords } from './day-words';
import { type Gap, isNow } from './week-grid';

type Props = { gap: Gap; post: Post; timeZone: string; now: Date; onFill: ((gap: Gap) => void) | null };

/** Nobody is on a post that gets called; a tap fills it. */
export function GapChip({ gap, post, timeZone, now, onFill }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const content = (
    <>
      <span className={classes.gapTitle}>
        <IconAlertTriangle size={15} aria-hidden />
        {d('roster.gap')}
        {isNow(gap, now) && <span className={classes.nowMark}>{d('common.now')}</span>}
      </span>
      <span className={classes.hours}>
        {gap.wholeDay ? d('common.allDay') : hoursWords(gap, timeZone)}
        {isOvernight(gap, timeZone) && ` (${d('common.nextDay')})`}
      </span>
    </>
  );
  if (!onFill) return <div className={classes.gap}>{content}</div>;
  const label = d('roster.gapAria', { post: t(`post.${post}`), when: spanWords(gap, timeZone, language) });
  return (
    <button type="button" className={classes.gap} aria-label={label} onClick={() => onFill(gap)}>
      {content}
    </button>
  );
}
