import { Button, Skeleton } from '@mantine/core';
import { IconArrowsExchange, IconBeach, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { MyShift } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { timeAt } from '../../lib/zoned-time';
import { BlankSlate } from '../../ui/blank-slate';
import { Card } from '../../ui/card';
import { ErrorNotice, Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { CalendarAddress } from './calendar-address';
import { dateWords, dayWords, spanWords, weekdayWords } from './day-words';
import classes from './my-duty.module.css';
import { ProposeSwapDialog } from './propose-swap-dialog';
import { settledRefusal, type SwapRefusal } from './settled-refusal';
import { MySwap, SwapForMe } from './swap-card';
import { SwapGone } from './swap-gone';
import { useCalendar } from './use-calendar';
import { useDuty } from './use-duty';
import { isNow } from './week-grid';

/** About a week; the rest on request. */
const shownAtFirst = 7;

/** My next shifts, what colleagues ask of me, and the shifts in my calendar. */
export function MyDutyPage() {
  const { language } = useTexts();
  const { d } = useDutyTexts();
  const duty = useDuty();
  const calendar = useCalendar();
  const now = useNow(30_000);
  const [swapping, setSwapping] = useState<MyShift | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<SwapRefusal | null>(null);
  const [all, setAll] = useState(false);
  const sites = new Set(duty.data?.shifts.map(({ site }) => site.id)).size;
  const { shifts = [], waitingForMe = [], mine = [], leave = [] } = duty.data ?? {};
  const settled = settledRefusal(refusal, { waitingForMe, mine });
  const gone = settled && <SwapGone refusal={settled} onClose={() => setRefusal(null)} />;
  const goneOfMine = settled?.answer === 'withdraw' ? gone : null;
  const goneForMe = goneOfMine ? null : gone;
  return (
    <Page title={d('mine.title')}>
      <div role="status" className={classes.told}>
        {told && <Notice>{told}</Notice>}
      </div>
      {duty.isPending && <Skeleton height={240} radius={18} />}
      {!duty.data && <ErrorNotice error={duty.error} />}
      {(waitingForMe.length > 0 || goneForMe) && (
        <section className={classes.section}>
          <h2>{d('mine.waiting')}</h2>
          {goneForMe}
          {waitingForMe.map((swap) => (
            <SwapForMe key={swap.id} swap={swap} onTold={setTold} onRefused={setRefusal} />
          ))}
        </section>
      )}
      {duty.data && (
        <section className={classes.section}>
          <h2>{d('mine.next')}</h2>
          {shifts.length === 0 && (
            <BlankSlate icon={<IconBeach size={40} />} title={d('mine.emptyTitle')} text={d('mine.emptyText')} />
          )}
          <ul className={classes.shifts}>
            {shifts.slice(0, all ? shifts.length : shownAtFirst).map((shift) => (
              <ShiftLine
                key={shift.id}
                shift={shift}
                now={now}
                withSite={sites > 1}
                away={leave.some(({ startsAt, endsAt }) => startsAt < shift.endsAt && shift.startsAt < endsAt)}
                onSwap={() => setSwapping(shift)}
              />
            ))}
          </ul>
          {!all && shifts.length > shownAtFirst && (
            <Button variant="default" onClick={() => setAll(true)}>
              {d('mine.allShifts', { count: shifts.length })}
            </Button>
          )}
        </section>
      )}
      {(mine.length > 0 || goneOfMine) && (
        <section className={classes.section}>
          <h2>{d('mine.mineTitle')}</h2>
          {goneOfMine}
          {mine.map((swap) => (
            <MySwap key={swap.id} swap={swap} onTold={setTold} onRefused={setRefusal} />
          ))}
        </section>
      )}
      <Card>
        <h2>{d('calendar.title')}</h2>
        <CalendarAddress calendar={calendar} text={d('calendar.text')} />
      </Card>
      {swapping && (
        <ProposeSwapDialog
          shift={swapping}
          about={spanWords(swapping, swapping.site.timeZone, language)}
          onClose={() => setSwapping(null)}
          onDone={(words) => {
            setSwapping(null);
            setTold(words);
          }}
        />
      )}
    </Page>
  );
}

type LineProps = { shift: MyShift; now: Date; withSite: boolean; away: boolean; onSwap: () => void };

function ShiftLine({ shift, now, withSite, away, onSwap }: LineProps) {
  const { t, say, language } = useTexts();
  const { d } = useDutyTexts();
  const { timeZone } = shift.site;
  const onNow = isNow(shift, now);
  const hours = `${shift.start}–${shift.end}`;
  return (
    <li className={classes.shift} data-now={onNow}>
      <span className={classes.shiftDay}>
        {weekdayWords(shift.date, language)}
        <small>{dateWords(shift.date, language)}</small>
      </span>
      <span className={classes.shiftWhat}>
        <strong>
          {hours}
          {shift.end <= shift.start && <small>{` ${d('common.nextDay')}`}</small>}
        </strong>
        <span>
          {[t(`post.${shift.post}`), withSite && say(shift.site.name), away && d('mine.leave')]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {onNow && (
          <span className={classes.onNow}>
            <IconCircleCheck size={18} aria-hidden />
            {`${d('mine.onNow')} · ${d('mine.until', { time: timeAt(shift.endsAt, timeZone) })}`}
          </span>
        )}
        {shift.swap && <span className={classes.offered}>{d('mine.offered', { name: shift.swap.with.name })}</span>}
      </span>
      {!shift.swap && Date.parse(shift.startsAt) > now.getTime() && (
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={20} aria-hidden />}
          aria-label={d('mine.swapAria', { day: dayWords(shift.date, language), hours })}
          onClick={onSwap}
        >
          {d('mine.swap')}
        </Button>
      )}
    </li>
  );
}
