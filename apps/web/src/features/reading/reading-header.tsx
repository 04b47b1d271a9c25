import { ActionIcon } from '@mantine/core';
import { IconArrowLeft, IconHistory, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { now } from '../../lib/clock';
import { calendarDay, isSameDay } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { Playbook } from '../../lib/types';
import headClasses from '../incident/incident.module.css';

type Props = { playbook: Playbook; isCurrent: boolean };

/** What it is, which version, when I last practised it; versions within reach, and print, but not of an old version. */
export function ReadingHeader({ playbook, isCurrent }: Props) {
  const { t, say, language } = useTexts();
  const { id, number, version, practisedAt } = playbook;
  const practised =
    practisedAt && (isSameDay(practisedAt, now()) ? t('reading.today') : calendarDay(practisedAt, language));
  const facts = [
    t('reading.number', { number }),
    t('reading.version', { version }),
    practised && t('reading.practisedAt', { date: practised }),
  ];
  return (
    <header className={headClasses.header}>
      <ActionIcon component={Link} to="/playbooks" aria-label={t('app.back')}>
        <IconArrowLeft size={24} />
      </ActionIcon>
      <div className={headClasses.headerText}>
        <h1 className={headClasses.title}>{say(playbook.title)}</h1>
        <p className={headClasses.where}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <ActionIcon component="a" href="#versions" aria-label={t('reading.versions')} title={t('reading.versions')}>
        <IconHistory size={22} />
      </ActionIcon>
      {isCurrent && (
        <ActionIcon
          renderRoot={(root) => <Link {...root} to="/playbooks/$playbookId/print" params={{ playbookId: id }} />}
          aria-label={t('reading.print')}
          title={t('reading.print')}
        >
          <IconPrinter size={22} />
        </ActionIcon>
      )}
    </header>
  );
}
