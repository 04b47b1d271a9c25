import type { Post } from '@zenmeban/domain/engine';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { type Day, dayAt, instantAt } from '../../lib/zoned-time';
import { Notice } from '../../ui/notice';
import { spanWords } from './day-words';
import { isWide } from './is-wide';
import classes from './roster.module.css';
import type { Opener } from './week-table';

const shownAtFirst = 3;

type Props = { roster: Roster; days: readonly Day[]; onFill: Opener['add'] | null };

/** When nobody is on a post that gets called, in words, those to come only; a tap on one fills it. */
export function GapNotice({ roster, days, onFill }: Props) {
  const { t, language } = useTexts();
  const { d } = useDutyTexts();
  const [all, setAll] = useState(false);
  const { timeZone } = roster.site;
  const begin = instantAt(days[0] ?? roster.today, '00:00', timeZone).getTime();
  const gaps = roster.gaps.filter(({ endsAt }) => Date.parse(endsAt) > Math.max(begin, Date.parse(roster.now)));
  // Outside opening hours nobody looks for gaps, so nothing may be promised for then.
  const isAlwaysOpen = roster.days.every(({ hours }) => hours !== null && hours.from === hours.until);
  if (gaps.length === 0) {
    return (
      <p className={classes.good}>
        <IconCircleCheck size={20} aria-hidden />
        {isAlwaysOpen ? d('roster.noGaps') : d('roster.noGapsWhileOpen')}
      </p>
    );
  }
  const words = (gap: { post: Post; startsAt: string; endsAt: string }) =>
    d('roster.gapLine', { post: t(`post.${gap.post}`), when: spanWords(gap, timeZone, language) });
  return (
    <Notice tone="error">
      <details open={isWide()} className={classes.folded}>
        <summary>{d('roster.gapsTitle', { count: gaps.length })}</summary>
        <ul className={classes.lines}>
          {gaps.slice(0, all ? gaps.length : shownAtFirst).map((gap) => (
            <li key={`${gap.post} ${gap.startsAt}`}>
              {onFill ? (
                <button
                  type="button"
                  onClick={() => onFill({ post: gap.post, day: dayAt(gap.startsAt, timeZone), gap })}
                >
                  {words(gap)}
                </button>
              ) : (
                words(gap)
              )}
            </li>
          ))}
        </ul>
        {!all && gaps.length > shownAtFirst && (
          <button type="button" className={classes.moreLines} onClick={() => setAll(true)}>
            {d('roster.moreLines', { count: gaps.length - shownAtFirst })}
          </button>
        )}
        <p className={classes.why}>{d('roster.gapWhy')}</p>
      </details>
    </Notice>
  );
}
