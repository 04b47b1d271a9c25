import { IconArrowsExchange, IconMoonStars, IconPlaneDeparture, IconUserShare } from '@tabler/icons-react';
import { useDutyTexts } from '../../lib/i18n/duty';
import { timeAt } from '../../lib/zoned-time';
import classes from './chip.module.css';
import { hoursWords, isOvernight } from './day-words';
import { type Entry, isNow } from './week-grid';

type Props = { entry: Entry; timeZone: string; now: Date; onOpen: ((entry: Entry) => void) | null };

/** Somebody on a post: hours, name, and in words and signs whatever is not as usual. A button for those who may change it. */
export function DutyChip({ entry, timeZone, now, onOpen }: Props) {
  const { d } = useDutyTexts();
  const onNow = isNow(entry, now) && !isAway(entry);
  const look = {
    className: classes.chip,
    'data-kind': 'shift' in entry ? (entry.shift.kind ?? 'own') : 'stand-in',
    'data-away': isAway(entry),
    'data-now': onNow,
  };
  const content = (
    <>
      <span className={classes.hours}>
        {hoursWords(entry, timeZone)}
        {isOvernight(entry, timeZone) && <IconMoonStars size={14} aria-label={d('common.nextDay')} />}
      </span>
      <span className={classes.who}>
        <span className={classes.name}>{'shift' in entry ? entry.shift.person.name : entry.override.person.name}</span>
        {onNow && <span className={classes.nowMark}>{d('common.now')}</span>}
      </span>
      <Remark entry={entry} />
      {entry.carried && (
        <span className={classes.remark}>{d('roster.carried', { time: timeAt(entry.startsAt, timeZone) })}</span>
      )}
    </>
  );
  return onOpen ? (
    <button type="button" {...look} onClick={() => onOpen(entry)}>
      {content}
    </button>
  ) : (
    <div {...look}>{content}</div>
  );
}

const isAway = (entry: Entry): boolean => 'shift' in entry && (entry.leave !== null || entry.standIn !== null);

function Remark({ entry }: { entry: Entry }) {
  const { d } = useDutyTexts();
  if ('override' in entry) {
    const { replaces } = entry.override;
    return (
      <span className={classes.remark}>
        <IconUserShare size={14} aria-hidden />
        {replaces ? d('roster.standsInFor', { name: replaces.name }) : d('roster.standsInForAll')}
      </span>
    );
  }
  const { leave, standIn, shift } = entry;
  return (
    <>
      {leave && (
        <span className={classes.remark} data-tone="away">
          <IconPlaneDeparture size={14} aria-hidden />
          {d('roster.onLeave')}
        </span>
      )}
      {standIn && (
        <span className={classes.remark}>
          <IconUserShare size={14} aria-hidden />
          {d('roster.replacedBy', { name: standIn.person.name })}
        </span>
      )}
      {shift.swap && (
        <span className={classes.remark}>
          <IconArrowsExchange size={14} aria-hidden />
          {d('roster.swapWith', { name: shift.swap.with.name })}
        </span>
      )}
    </>
  );
}
