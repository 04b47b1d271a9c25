import { Skeleton } from '@mantine/core';
import { IconClipboardOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { playbooksQuery } from '../../lib/queries';
import type { PlaybookSummary } from '../../lib/types';
import { BlankSlate } from '../../ui/blank-slate';
import { NotDone } from '../../ui/not-done';
import { ErrorNotice, Notice } from '../../ui/notice';
import pageClasses from '../../ui/ui.module.css';
import { useMe } from '../session/use-me';
import { Browse } from './browse';
import { FoundTiles } from './found';
import { MyIncidents } from './my-incidents';
import { SearchField } from './search-field';
import classes from './start.module.css';
import { StepsMeanwhile } from './steps-meanwhile';
import { useFound } from './use-found';
import { useOpenIncident } from './use-open-incident';
import { useWhere } from './use-where';
import { WhereSelector } from './where-selector';

const none: readonly PlaybookSummary[] = [];

/** What happened? Two taps from here to the first step. */
export function StartPage() {
  const { t } = useTexts();
  const { me } = useMe();
  const navigate = useNavigate();
  const where = useWhere(me);
  const open = useOpenIncident(where);
  const playbooks = useQuery(playbooksQuery);
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim() !== '';
  const { found, error: searchError } = useFound(playbooks.data ?? none, typed);
  const tiles = useRef<HTMLDivElement>(null);
  const choose = ({ id, kind }: PlaybookSummary) =>
    kind === 'guidance'
      ? void navigate({ to: '/playbooks/$playbookId', params: { playbookId: id } })
      : !open.isPending && open.mutate(id);
  // While there is a network, what a tile's page needs is fetched, so that it opens without one.
  useEffect(() => void import('../reading/reading-page').catch(() => undefined), []);
  /** A single hit is meant; among several Enter only goes to the first, and opens it when pressed again. */
  const enter = () => {
    const [first, ...others] = found?.hits ?? [];
    if (first && others.length === 0) choose(first.playbook);
    else tiles.current?.querySelector<HTMLElement>('button, a')?.focus();
  };
  const noSite = !where.isPending && where.sites.length === 0;
  const opening = open.isPending ? open.variables : null;
  const disabled = noSite || open.isPending;
  return (
    <div className={pageClasses.page}>
      {!isTyped && <MyIncidents me={me} />}
      <h1 className={classes.question}>{t('start.question')}</h1>
      <SearchField value={typed} onChange={setTyped} onSubmit={enter} />
      {noSite ? <Notice tone="warning">{t('start.noSite')}</Notice> : <WhereSelector where={where} />}
      {open.variables !== undefined && (
        <NotDone error={open.error} what="opening" onRetry={() => open.mutate(open.variables)}>
          <StepsMeanwhile playbookId={open.variables} />
        </NotDone>
      )}
      <ErrorNotice error={open.error ? null : (playbooks.error ?? searchError)} />
      {!isTyped && playbooks.data && (
        <Browse playbooks={playbooks.data} opening={opening} disabled={disabled} onOpen={choose} />
      )}
      {isTyped && !!playbooks.data?.length && (found || !searchError) && (
        <div ref={tiles} className={classes.found}>
          <FoundTiles {...{ typed, found, opening, disabled }} onOpen={choose} onClear={() => setTyped('')} />
        </div>
      )}
      {playbooks.isPending && (
        <div className={classes.loading}>
          {[1, 2, 3, 4].map((n) => (
            <Skeleton key={n} height={64} radius={16} />
          ))}
        </div>
      )}
      {playbooks.isSuccess && playbooks.data.length === 0 && (
        <BlankSlate icon={<IconClipboardOff size={40} />} title={t('start.emptyTitle')} text={t('start.emptyText')} />
      )}
    </div>
  );
}
