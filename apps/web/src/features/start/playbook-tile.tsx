import { Loader } from '@mantine/core';
import { IconBook2, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../lib/i18n';
import type { PlaybookSummary } from '../../lib/types';
import { PlaybookIcon } from '../../ui/playbook-icon';
import classes from './start.module.css';

type Props = {
  playbook: PlaybookSummary;
  /** The search word by which it was found, where its title does not say it. */
  foundBy?: string | null;
  opening: boolean;
  disabled: boolean;
  onOpen: () => void;
};

/** One playbook: a tap opens an incident, its book only the page to read; mere guidance is read in any case. */
export function PlaybookTile({ playbook, foundBy = null, opening, disabled, onOpen }: Props) {
  const { t, say } = useTexts();
  const reading = { to: '/playbooks/$playbookId', params: { playbookId: playbook.id } } as const;
  if (playbook.kind === 'guidance') {
    return (
      <div className={classes.tile}>
        <Link className={classes.tileMain} {...reading}>
          <TileText playbook={playbook} foundBy={foundBy} />
          <span className={classes.tileEnd}>
            <IconChevronRight size={20} aria-hidden />
          </span>
        </Link>
      </div>
    );
  }
  return (
    <div className={classes.tile}>
      <button type="button" className={classes.tileMain} disabled={disabled} aria-busy={opening} onClick={onOpen}>
        <TileText playbook={playbook} foundBy={foundBy} />
      </button>
      <Link className={classes.tileRead} {...reading} aria-label={t('start.readTitle', { title: say(playbook.title) })}>
        {opening ? <Loader size={20} /> : <IconBook2 size={20} stroke={1.8} aria-hidden />}
        <span aria-hidden>{t('start.read')}</span>
      </Link>
    </div>
  );
}

function TileText({ playbook, foundBy }: { playbook: PlaybookSummary; foundBy: string | null }) {
  const { t, say } = useTexts();
  return (
    <>
      <PlaybookIcon name={playbook.icon} tone={playbook.kind === 'incident' ? 'green' : 'quiet'} />
      <span className={classes.tileText}>
        <span className={classes.tileTitle}>
          <span className={classes.number}>{playbook.number}</span>
          {say(playbook.title)}
        </span>
        <span className={classes.tileSummary}>{say(playbook.summary)}</span>
        {foundBy !== null && <span className={classes.foundBy}>{t('start.foundBy', { word: foundBy })}</span>}
      </span>
    </>
  );
}
