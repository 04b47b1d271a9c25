import { NativeSelect, Skeleton } from '@mantine/core';
import { IconBuilding, IconChevronDown, IconLeaf } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import { BlankSlate } from '../../ui/blank-slate';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import classes from './board.module.css';
import { OpenRow } from './open-row';
import { ResolvedRow } from './resolved-row';
import { useBoard } from './use-board';

/** What is open, the most urgent first, and what waits for a signature. */
export function BoardPage() {
  const { t, say } = useTexts();
  const board = useBoard();
  return (
    <Page
      wide
      title={t('board.title')}
      text={t('board.updated')}
      actions={
        board.sites.length > 1 && (
          <NativeSelect
            aria-label={t('start.site')}
            leftSection={<IconBuilding size={20} />}
            rightSection={<IconChevronDown size={20} />}
            value={board.siteId}
            onChange={(event) => board.setSiteId(event.currentTarget.value)}
            data={[
              { value: '', label: t('board.allSites') },
              ...board.sites.map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
          />
        )
      }
    >
      {board.error && <Notice tone="warning">{t('board.unreachable')}</Notice>}
      <div className={classes.columns}>
        <section className={classes.section}>
          <h2>
            {t('board.open')} <span>{board.open?.length}</span>
          </h2>
          {board.isPending && [1, 2, 3].map((n) => <Skeleton key={n} height={148} radius={18} />)}
          {board.open?.map((incident) => (
            <OpenRow key={incident.id} incident={incident} />
          ))}
          {board.open?.length === 0 && (
            <BlankSlate icon={<IconLeaf size={40} />} title={t('board.emptyTitle')} text={t('board.emptyText')} />
          )}
          {board.openIsCut && <p className={classes.dim}>{t('board.more', { count: board.open?.length ?? 0 })}</p>}
        </section>
        <section className={classes.section}>
          <h2>
            {t('board.toSignOff')} <span>{board.resolved?.length}</span>
          </h2>
          {board.resolved?.map((incident) => (
            <ResolvedRow key={incident.id} incident={incident} />
          ))}
          {board.resolved?.length === 0 && <p className={classes.dim}>{t('board.emptySignOff')}</p>}
        </section>
      </div>
    </Page>
  );
}
