import { Button, Skeleton } from '@mantine/core';
import { IconClipboardOff, IconMoodSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { playbooksQuery } from '../../lib/queries';
import type { PlaybookSummary } from '../../lib/types';
import { BlankSlate } from '../../ui/blank-slate';
import { ErrorNotice, Notice } from '../../ui/notice';
import pageClasses from '../../ui/ui.module.css';
import { useMe } from '../session/use-me';
import { Browse } from './browse';
import { findPlaybooks } from './find-playbooks';
import { MyIncidents } from './my-incidents';
import { PlaybookTile } from './playbook-tile';
import { SearchField } from './search-field';
import classes from './start.module.css';
import { useOpenIncident } from './use-open-incident';
import { useWhere } from './use-where';
import { WhereSelector } from './where-selector';

/** What happened? Two taps from here to the first step. */
export function StartPage() {
  const { t } = useTexts();
  const { me } = useMe();
  const navigate = useNavigate();
  const where = useWhere(me);
  const open = useOpenIncident(where);
  const playbooks = useQuery(playbooksQuery);
  const [typed, setTyped] = useState('');
  const found = findPlaybooks(playbooks.data ?? [], typed);
  const choose = ({ id, kind }: PlaybookSummary) =>
    kind === 'guidance'
      ? void navigate({ to: '/playbooks/$playbookId', params: { playbookId: id } })
      : !open.isPending && open.mutate(id);
  const noSite = !where.isPending && where.sites.length === 0;
  const opening = open.isPending ? open.variables : null;
  const disabled = noSite || open.isPending;
  return (
    <div className={pageClasses.page}>
      {typed === '' && <MyIncidents me={me} />}
      <h1 className={classes.question}>{t('start.question')}</h1>
      <SearchField value={typed} onChange={setTyped} onSubmit={() => typed !== '' && found[0] && choose(found[0])} />
      {noSite ? <Notice tone="warning">{t('start.noSite')}</Notice> : <WhereSelector where={where} />}
      <ErrorNotice error={open.error ?? playbooks.error} />
      {typed === '' && playbooks.data && (
        <Browse playbooks={playbooks.data} opening={opening} disabled={disabled} onOpen={choose} />
      )}
      <div className={classes.tiles}>
        {playbooks.isPending && [1, 2, 3, 4].map((n) => <Skeleton key={n} height={92} radius={16} />)}
        {typed !== '' &&
          found.map((playbook) => (
            <PlaybookTile
              key={playbook.id}
              playbook={playbook}
              opening={opening === playbook.id}
              disabled={disabled}
              onOpen={() => choose(playbook)}
            />
          ))}
      </div>
      {playbooks.isSuccess && playbooks.data.length === 0 && (
        <BlankSlate icon={<IconClipboardOff size={40} />} title={t('start.emptyTitle')} text={t('start.emptyText')} />
      )}
      {playbooks.data && playbooks.data.length > 0 && found.length === 0 && (
        <BlankSlate
          icon={<IconMoodSearch size={40} />}
          title={t('start.nothingTitle', { text: typed })}
          text={t('start.nothingText')}
        >
          <Button variant="default" onClick={() => setTyped('')}>
            {t('start.clear')}
          </Button>
        </BlankSlate>
      )}
    </div>
  );
}
