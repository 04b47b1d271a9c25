import { Button, Skeleton } from '@mantine/core';
import { IconMoodSearch } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { PlaybookSummary } from '../../lib/types';
import { BlankSlate } from '../../ui/blank-slate';
import type { Found, FoundPlaybook } from './found-playbooks';
import { PlaybookTile } from './playbook-tile';
import classes from './start.module.css';

type Props = {
  typed: string;
  /** Null while the index is on its way. */
  found: Found | null;
  /** The playbook that is being opened, if any. */
  opening: string | null;
  disabled: boolean;
  onOpen: (playbook: PlaybookSummary) => void;
  onClear: () => void;
};

/** Something typed: what it may mean, else that there is nothing, and what comes nearest. */
export function FoundTiles({ typed, found, opening, disabled, onOpen, onClear }: Props) {
  const { t } = useTexts();
  if (!found) return <Skeleton height={64} radius={16} />;
  const tiles = (list: readonly FoundPlaybook[]) => (
    <div className={classes.tiles}>
      {list.map(({ playbook, foundBy }) => (
        <PlaybookTile
          key={playbook.id}
          playbook={playbook}
          foundBy={foundBy}
          opening={opening === playbook.id}
          disabled={disabled}
          onOpen={() => onOpen(playbook)}
        />
      ))}
    </div>
  );
  if (found.hits.length > 0) return tiles(found.hits);
  return (
    <>
      <BlankSlate
        icon={<IconMoodSearch size={40} />}
        title={t('start.nothingTitle', { text: typed })}
        text={t('start.nothingText')}
      >
        <Button variant="default" onClick={onClear}>
          {t('start.clear')}
        </Button>
      </BlankSlate>
      {found.nearest.length > 0 && <h2 className={classes.nearest}>{t('start.nearest')}</h2>}
      {tiles(found.nearest)}
    </>
  );
}
