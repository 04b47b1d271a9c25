import type { Post } from '@zenmeban/domain/engine';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { type Day, dayAt, instantAt } from '../../lib/zoned-time';
import { Notice } from '../../ui/notice';
import { spanWords } from './day-words';
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
  if (gaps.length === 0) return null;
  const words = (gap: { post: Post; startsAt: string; endsAt: string }) =>
    d('roster.gapLine', { post: t(`post.${gap.post}`), when: spanWords(gap, timeZone, language) });
  return (
    <Notice tone="error">
      <strong>{d('roster.gapsTitle', { count: gaps.length })}</strong>
      <ul className={classes.lines}>
        {gaps.slice(0, all ? gaps.length : shownAtFirst).map((gap) => (
          <li key={`${gap.post} ${gap.startsAt}`}>
            {onFill ? (
              <button type="button" onClick={() => onFill({ post: gap.post, day: dayAt(gap.startsAt, timeZone), gap })}>
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
    </Notice>
  );
}
