import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import {
  IconBuilding,
  IconCalendarMonth,
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconDots,
  IconHistory,
  IconPhoneCall,
  IconPlaneDeparture,
  IconPlus,
  IconPrinter,
  IconTableImport,
  IconUserShare,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { now } from '../../lib/clock';
import { addDays, type Day, dayAt } from '../../lib/zoned-time';
import { DropPanel } from '../../ui/drop-panel';
import dropClasses from '../../ui/drop-panel.module.css';
import { weekWords } from './day-words';
import type { Asked } from './roster-dialogs';
import classes from './roster.module.css';
import type { useSite } from './use-site';

type Props = {
  where: ReturnType<typeof useSite>;
  days: readonly Day[];
  day: Day;
  mayChange: boolean;
  onSite: (id: string) => void;
  onDay: (day: Day) => void;
  onAsk: (asked: Asked) => void;
};

/** Which site, which week, and what can be done with it. */
export function WeekBar({ where, days, day, mayChange, onSite, onDay, onAsk }: Props) {
  const { say, language } = useTexts();
  const { d } = useDutyTexts();
  const today = dayAt(now(), where.site?.timeZone ?? 'Asia/Shanghai');
  return (
    <div className={classes.bar}>
      <h1>{d('roster.title')}</h1>
      {where.sites.length > 1 && (
        <NativeSelect
          aria-label={d('common.site')}
          leftSection={<IconBuilding size={20} />}
          rightSection={<IconChevronDown size={20} />}
          value={where.siteId}
          onChange={(event) => onSite(event.currentTarget.value)}
          data={where.sites.map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
      )}
      <div className={classes.weekNav}>
        <ActionIcon aria-label={d('roster.previousWeek')} onClick={() => onDay(addDays(day, -7))}>
          <IconChevronLeft size={22} />
        </ActionIcon>
        <strong aria-live="polite">{weekWords(days, language)}</strong>
        <ActionIcon aria-label={d('roster.nextWeek')} onClick={() => onDay(addDays(day, 7))}>
          <IconChevronRight size={22} />
        </ActionIcon>
        {!days.includes(today) && (
          <Button variant="subtle" onClick={() => onDay(today)}>
            {d('roster.thisWeek')}
          </Button>
        )}
      </div>
      <div className={classes.barEnd}>
        {mayChange && (
          <Button leftSection={<IconPlus size={20} />} onClick={() => onAsk({ what: 'add', at: { post: null, day } })}>
            {d('roster.add')}
          </Button>
        )}
        <DropPanel label={d('roster.more')} icon={<IconDots size={24} />}>
          {mayChange && <ChangeItems siteId={where.siteId} onAsk={onAsk} />}
          <Link to="/reach" search={{ site: where.siteId }} className={dropClasses.dropItem}>
            <IconPhoneCall size={22} aria-hidden />
            {d('roster.reach')}
          </Link>
          <button type="button" className={dropClasses.dropItem} onClick={() => onAsk({ what: 'calendar' })}>
            <IconCalendarMonth size={22} aria-hidden />
            {d('roster.calendar')}
          </button>
          <button type="button" className={dropClasses.dropItem} onClick={() => onAsk({ what: 'changes' })}>
            <IconHistory size={22} aria-hidden />
            {d('roster.changes')}
          </button>
          <button type="button" className={dropClasses.dropItem} onClick={() => print()}>
            <IconPrinter size={22} aria-hidden />
            {d('roster.print')}
          </button>
        </DropPanel>
      </div>
    </div>
  );
}

function ChangeItems({ siteId, onAsk }: { siteId: string; onAsk: (asked: Asked) => void }) {
  const { d } = useDutyTexts();
  return (
    <>
      <button type="button" className={dropClasses.dropItem} onClick={() => onAsk({ what: 'copy' })}>
        <IconCopy size={22} aria-hidden />
        {d('roster.copyWeek')}
      </button>
      <button type="button" className={dropClasses.dropItem} onClick={() => onAsk({ what: 'standIn', from: null })}>
        <IconUserShare size={22} aria-hidden />
        {d('roster.standIn')}
      </button>
      <button type="button" className={dropClasses.dropItem} onClick={() => onAsk({ what: 'leave', personId: null })}>
        <IconPlaneDeparture size={22} aria-hidden />
        {d('roster.leave')}
      </button>
      <Link to="/roster/import" search={{ site: siteId }} className={dropClasses.dropItem}>
        <IconTableImport size={22} aria-hidden />
        {d('roster.import')}
      </Link>
      <hr className={dropClasses.dropLine} />
    </>
  );
}
