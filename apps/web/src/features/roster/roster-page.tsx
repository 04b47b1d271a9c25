import { Button, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { IconCalendarPlus, IconCopy, IconTableImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { now as clock } from '../../lib/clock';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { type Day, dayAt, weekOf } from '../../lib/zoned-time';
import { BlankSlate } from '../../ui/blank-slate';
import { ButtonLink } from '../../ui/button-link';
import { ErrorNotice, Notice } from '../../ui/notice';
import { DayList } from './day-list';
import { dayWords, weekWords } from './day-words';
import { GapNotice } from './gap-notice';
import { type Asked, RosterDialogs } from './roster-dialogs';
import classes from './roster.module.css';
import { UndoBar } from './undo-bar';
import { type Undo, useUndo, useWeek } from './use-roster';
import { useSite } from './use-site';
import { WarningNotice } from './warning-notice';
import { WeekBar } from './week-bar';
import { type Opener, WeekTable } from './week-table';

const route = getRouteApi('/signed-in/roster');

/** Who works where and when, a week of one site; supervisors and up change it here. */
export function RosterPage() {
  const { d } = useDutyTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const where = useSite(search.site);
  const undo = useUndo();
  const timeZone = where.site?.timeZone ?? 'Asia/Shanghai';
  const day = search.day ?? dayAt(clock(), timeZone);
  const days = weekOf(day);
  const week = useWeek(where.siteId, days);
  const [asked, setAsked] = useState<Asked | null>(null);
  const opener = useRef<Element | null>(null);
  const ask = (next: Asked) => {
    if (!asked) opener.current = document.activeElement;
    setAsked(next);
  };
  const close = () => {
    setAsked(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const go = (next: { site?: string; day?: Day }) =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  if (!where.isPending && where.sites.length === 0) return <p className={classes.page}>{d('common.noSite')}</p>;
  return (
    <div className={classes.page}>
      <WeekBar
        where={where}
        days={days}
        day={day}
        mayChange={week.data?.mayChange ?? false}
        onSite={(site) => {
          where.choose(site);
          go({ site });
        }}
        onDay={(next) => go({ day: next })}
        onAsk={ask}
      />
      {week.error && week.data && <Notice tone="warning">{d('roster.stale')}</Notice>}
      {week.error && !week.data && <ErrorNotice error={week.error} />}
      {week.isPending && <Skeleton height={420} radius={18} />}
      {week.data && (
        <Week roster={week.data} days={days} day={day} undo={undo} onDay={(next) => go({ day: next })} onAsk={ask} />
      )}
      {week.data && (
        <RosterDialogs roster={week.data} days={days} asked={asked} onAsk={ask} onClose={close} onDone={undo.tell} />
      )}
      <UndoBar state={undo} />
    </div>
  );
}

type Props = {
  roster: Roster;
  days: readonly Day[];
  day: Day;
  undo: Undo;
  onDay: (day: Day) => void;
  onAsk: (asked: Asked) => void;
};

function Week({ roster, days, day, onDay, onAsk }: Props) {
  const { say, language } = useTexts();
  const { d } = useDutyTexts();
  const now = useNow(30_000);
  const open: Opener | null = roster.mayChange
    ? { entry: (entry) => onAsk({ what: 'entry', entry }), add: (at) => onAsk({ what: 'add', at }) }
    : null;
  const inWeek = roster.shifts.some(({ date }) => days.includes(date));
  return (
    <>
      <div className={classes.printHead}>
        <strong>{`${say(roster.site.name)} · ${d('roster.title')} · ${weekWords(days, language)}`}</strong>
        <span>{d('roster.printed', { date: dayWords(roster.today, language) })}</span>
      </div>
      <GapNotice roster={roster} days={days} onFill={open?.add ?? null} />
      <WarningNotice roster={roster} />
      {!inWeek && <NoShifts mayChange={roster.mayChange} roster={roster} day={day} onAsk={onAsk} />}
      <WeekTable roster={roster} days={days} now={now} open={open} />
      <DayList roster={roster} days={days} day={day} now={now} open={open} onDay={onDay} />
    </>
  );
}

type NoShiftsProps = { mayChange: boolean; roster: Roster; day: Day; onAsk: (asked: Asked) => void };

function NoShifts({ mayChange, roster, day, onAsk }: NoShiftsProps) {
  const { d } = useDutyTexts();
  return (
    <BlankSlate
      icon={<IconCalendarPlus size={40} />}
      title={d('roster.emptyTitle')}
      text={mayChange ? d('roster.emptyText') : d('roster.emptyRead')}
    >
      {mayChange && (
        <div className={classes.emptyActions}>
          <Button leftSection={<IconCopy size={20} />} onClick={() => onAsk({ what: 'copy' })}>
            {d('roster.copyWeek')}
          </Button>
          <ButtonLink
            to="/roster/import"
            search={{ site: roster.site.id }}
            variant="default"
            leftSection={<IconTableImport size={20} />}
          >
            {d('roster.import')}
          </ButtonLink>
          <Button variant="default" onClick={() => onAsk({ what: 'add', at: { post: 'supervisor', day } })}>
            {d('roster.add')}
          </Button>
        </div>
      )}
    </BlankSlate>
  );
}
