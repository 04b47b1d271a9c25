import { NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconBuilding, IconChevronDown } from '@tabler/icons-react';
import { api, body } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { ErrorNotice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { useSite } from '../roster/use-site';
import { SettingsForm } from './settings-form';

const route = getRouteApi('/signed-in/site-settings');

/** The phone and the opening hours of a site; managers and up change them. */
export function SiteSettingsPage() {
  const { say } = useTexts();
  const { d } = useDutyTexts();
  const where = useSite(route.useSearch().site);
  const navigate = route.useNavigate();
  const { siteId } = where;
  const settings = useQuery({
    queryKey: ['site-settings', siteId],
    queryFn: () => body(api.GET('/api/v1/sites/{site}', { params: { path: { site: siteId } } })),
    enabled: siteId !== '',
  });
  return (
    <Page
      title={d('site.title')}
      actions={
        where.sites.length > 1 && (
          <NativeSelect
            aria-label={d('common.site')}
            leftSection={<IconBuilding size={20} />}
            rightSection={<IconChevronDown size={20} />}
            value={siteId}
            onChange={(event) => {
              where.choose(event.currentTarget.value);
              void navigate({ search: { site: event.currentTarget.value }, replace: true });
            }}
            data={where.sites.map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
        )
      }
    >
      {!where.isPending && where.sites.length === 0 && <p>{d('common.noSite')}</p>}
      {siteId !== '' && settings.isPending && <Skeleton height={420} radius={18} />}
      {!settings.data && <ErrorNotice error={settings.error} />}
      {settings.data && <SettingsForm key={settings.data.id} settings={settings.data} />}
    </Page>
  );
}
