import { NativeSelect } from '@mantine/core';
import { IconBuilding, IconChevronDown, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useOperationTexts } from '../../lib/i18n/operations';
import { sitesQuery } from '../../lib/queries';
import { BlankSlate } from '../../ui/blank-slate';
import { Page } from '../../ui/page';
import { useMe } from '../session/use-me';
import { ChannelList } from './channel-list';
import { managedSites } from './managed-sites';

const route = getRouteApi('/signed-in/channels');

/** The groups and systems that are told of calls: of one site, or of all. */
export function ChannelsPage() {
  const { t, say } = useOperationTexts();
  const { actor } = useMe();
  const { data: sites = [] } = useQuery(sitesQuery);
  const navigate = route.useNavigate();
  const managed = managedSites(actor, sites);
  const asked = route.useSearch().site;
  const site = managed.everywhere ? asked : (asked ?? managed.sites[0]?.id);
  return (
    <Page title={t('channels.title')} text={t('channels.text')}>
      <NativeSelect
        label={t('channels.scope')}
        leftSection={<IconBuilding size={20} />}
        rightSection={<IconChevronDown size={20} />}
        value={site ?? ''}
        onChange={(event) => void navigate({ search: { site: event.currentTarget.value || undefined }, replace: true })}
        data={[
          ...(managed.everywhere ? [{ value: '', label: t('channels.group') }] : []),
          ...managed.sites.map(({ id, name }) => ({ value: id, label: say(name) })),
        ]}
      />
      {(managed.everywhere || site) && (
        <ChannelList
          key={site ?? 'group'}
          scope={site === undefined ? { of: 'group' } : { of: 'site', siteId: site }}
          empty={
            <BlankSlate
              icon={<IconMessages size={40} />}
              title={t('channels.emptyTitle')}
              text={t('channels.emptyText')}
            />
          }
        />
      )}
    </Page>
  );
}
