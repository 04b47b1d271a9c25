import { NativeSelect, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { severities, type Severity } from '@zenmeban/domain/engine';
import { IconChevronDown } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { now } from '../../lib/clock';
import { policiesQuery } from '../../lib/queries';
import { dayAt, instantAt, timeAt } from '../../lib/zoned-time';
import { ErrorNotice, Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { useSite } from '../roster/use-site';
import { Chain } from './chain';
import classes from './reach.module.css';
import { SitePicker } from './site-picker';
import { useReach } from './use-reach';
import { VerdictBand } from './verdict-band';

const route = getRouteApi('/signed-in/reach');

/** The policy that is meant when nobody says otherwise. */
const mostAsked = 'urgent';

/** Whom it would reach if something happened: who first, who next, and who cannot be reached and why. */
export function ReachPage() {
  const { t, say } = useTexts();
  const { d } = useDutyTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const where = useSite(search.site);
  const { data: policies, error: policiesError } = useQuery(policiesQuery);
  const policyId =
    (policies?.find(({ id }) => id === search.policy) ?? policies?.find(({ id }) => id === mostAsked) ?? policies?.[0])
      ?.id ?? '';
  const timeZone = where.site?.timeZone ?? 'Asia/Shanghai';
  const at = search.at ?? null;
  const severity: Severity = search.severity ?? 'high';
  const reach = useReach(where.siteId, policyId, at, severity);
  const go = (next: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...next }, replace: true, resetScroll: false });
  const local = (instant: string | Date) => `${dayAt(instant, timeZone)}T${timeAt(instant, timeZone)}`;
  return (
    <Page title={d('reach.title')} text={d('reach.text')}>
      {!where.isPending && where.sites.length === 0 && <p>{d('common.noSite')}</p>}
      {where.sites.length > 1 && (
        <SitePicker
          sites={where.sites}
          siteId={where.siteId}
          onChoose={(site) => {
            where.choose(site);
            go({ site });
          }}
        />
      )}
      <div className={classes.fields}>
        <NativeSelect
          label={d('reach.policy')}
          rightSection={<IconChevronDown size={20} />}
          value={policyId}
          onChange={(event) => go({ policy: event.currentTarget.value })}
          data={(policies ?? []).map(({ id, title }) => ({ value: id, label: say(title) }))}
        />
        <NativeSelect
          label={d('reach.severity')}
          rightSection={<IconChevronDown size={20} />}
          value={severity}
          onChange={(event) => go({ severity: severities.find((one) => one === event.currentTarget.value) })}
          data={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
        />
        <div className={classes.when}>
          <span id="reach-when">{d('reach.when')}</span>
          <SegmentedControl
            fullWidth
            aria-labelledby="reach-when"
            value={at === null ? 'now' : 'other'}
            onChange={(value) => go({ at: value === 'now' ? undefined : now().toISOString() })}
            data={[
              { value: 'now', label: d('reach.atNow') },
              { value: 'other', label: d('reach.atOther') },
            ]}
          />
        </div>
        {at !== null && (
          <TextInput
            className={classes.local}
            type="datetime-local"
            label={d('reach.atLocal')}
            value={local(at)}
            onChange={(event) => {
              const [day, time] = event.currentTarget.value.split('T');
              if (day && time) go({ at: instantAt(day, time, timeZone).toISOString() });
            }}
          />
        )}
      </div>
      <ErrorNotice error={policiesError ?? reach.error} />
      {policies?.length === 0 && <Notice tone="warning">{d('reach.noPolicies')}</Notice>}
      {reach.isPending && policyId !== '' && <Skeleton height={260} radius={18} />}
      {reach.data && (
        <div aria-live="polite" className={classes.answer}>
          <VerdictBand reach={reach.data} />
          <Chain reach={reach.data} />
        </div>
      )}
    </Page>
  );
}
