import { NativeSelect, Skeleton } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { IconBuilding, IconChevronDown } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { now } from '../../lib/clock';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import { dayAt } from '../../lib/zoned-time';
import { ErrorNotice, Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { useSite } from '../roster/use-site';
import { useMe } from '../session/use-me';
import { ChangesDialog } from './changes-dialog';
import { CounterDialog } from './counter-dialog';
import { monthOf } from './month';
import { MonthBar } from './month-bar';
import { MonthSummary } from './month-summary';
import { MonthTable } from './month-table';
import { useVisitors } from './use-visitors';

const route = getRouteApi('/signed-in/visitors');

/** How many visitors a site had: a month to type into. */
export function VisitorsPage() {
  const { v, say } = useVisitorTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const where = useSite(search.site);
  const { actor } = useMe();
  const [asked, setAsked] = useState<'changes' | 'counter' | null>(null);
  const { site, siteId } = where;
  const mayEnter = site !== null && can(actor, 'visitors.enter', { siteId });
  const thisMonth = monthOf(dayAt(now(), site?.timeZone ?? 'Asia/Shanghai'));
  const month = search.month ?? thisMonth;
  const visitors = useVisitors(siteId, month, mayEnter);
  const close = () => setAsked(null);
  return (
    <Page
      title={v('page.title')}
      text={v('page.text')}
      actions={
        where.sites.length > 1 && (
          <NativeSelect
            aria-label={v('page.site')}
            leftSection={<IconBuilding size={20} />}
            rightSection={<IconChevronDown size={20} />}
            value={siteId}
            onChange={(event) => {
              where.choose(event.currentTarget.value);
              void navigate({ search: { ...search, site: event.currentTarget.value }, replace: true });
            }}
            data={where.sites.map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
        )
      }
    >
      {!where.isPending && site === null && <p>{v('page.noSite')}</p>}
      {site !== null && !mayEnter && <Notice tone="warning">{v('page.notAllowed')}</Notice>}
      {mayEnter && (
        <MonthBar
          month={month}
          last={thisMonth}
          siteId={siteId}
          mayChangeCounter={can(actor, 'visitors.counter', { siteId })}
          onMonth={(chosen) => void navigate({ search: { ...search, month: chosen }, replace: true })}
          onAsk={setAsked}
        />
      )}
      {mayEnter && visitors.isPending && <Skeleton height={420} radius={18} />}
      {visitors.error && (visitors.data ? <Notice>{v('page.stale')}</Notice> : <ErrorNotice error={visitors.error} />)}
      {visitors.data && (
        <>
          <MonthSummary visitors={visitors.data} />
          <MonthTable key={`${siteId}/${month}`} month={month} visitors={visitors.data} />
        </>
      )}
      {asked === 'changes' && site && <ChangesDialog site={site} onClose={close} />}
      {asked === 'counter' && site && <CounterDialog site={site} onClose={close} />}
    </Page>
  );
}
