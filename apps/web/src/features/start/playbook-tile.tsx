import { Loader } from '@mantine/core';
import { IconBook2, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../lib/i18n';
import type { PlaybookSummary } from '../../lib/types';
import { PlaybookIcon } from '../../ui/playbook-icon';
import classes from './start.module.css';

type Props = { playbook: PlaybookSummary; opening: boolean; disabled: boolean; onOpen: () => void };

/** One playbook: a tap opens an incident, or the page to read for mere guidance. */
export function PlaybookTile({ playbook, opening, disabled, onOpen }: Props) {
  if (playbook.kind === 'guidance') {
    return (
      <Link className={classes.tile} to="/playbooks/$playbookId" params={{ playbookId: playbook.id }}>
        <TileText playbook={playbook} end={<IconBook2 size={22} aria-hidden />} />
      </Link>
    );
  }
  return (
    <button type="button" className={classes.tile} disabled={disabled} aria-busy={opening} onClick={onOpen}>
      <TileText playbook={playbook} end={opening ? <Loader size={20} /> : <IconChevronRight size={22} aria-hidden />} />
    </button>
  );
}

function TileText({ playbook, end }: { playbook: PlaybookSummary; end: ReactNode }) {
  const { say } = useTexts();
  return (
    <>
      <PlaybookIcon name={playbook.icon} />
      <span className={classes.tileText}>
        <span className={classes.tileTitle}>
          <span className={classes.number}>{playbook.number}</span>
          {say(playbook.title)}
        </span>
        <span className={classes.tileSummary}>{say(playbook.summary)}</span>
      </span>
      <span className={classes.tileEnd}>{end}</span>
    </>
  );
}
