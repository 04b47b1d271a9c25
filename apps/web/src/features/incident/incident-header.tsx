import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../lib/i18n';
import type { Incident, Playbook } from '../../lib/types';
import { SeverityBadge } from '../../ui/severity-badge';
import { IncidentMenu } from './incident-menu';
import classes from './incident.module.css';

type Props = { incident: Incident; playbook: Playbook; tab: 'steps' | 'timeline' };

/** What it is, which one, where, how grave; and the two views of it. */
export function IncidentHeader({ incident, playbook, tab }: Props) {
  const { t, say } = useTexts();
  const where = [incident.reference, say(incident.site.name), incident.place && say(incident.place.name)];
  const link = { to: '/incidents/$incidentId', params: { incidentId: incident.id }, replace: true } as const;
  const back = incident.drill
    ? ({ to: '/playbooks/$playbookId', params: { playbookId: incident.playbook.id } } as const)
    : ({ to: '/' } as const);
  return (
    <>
      <div className={classes.header}>
        <ActionIcon renderRoot={(root) => <Link {...root} {...back} />} aria-label={t('app.back')}>
          <IconArrowLeft size={24} />
        </ActionIcon>
        <div className={classes.headerText}>
          <h1 className={classes.title}>{say(incident.playbook.title)}</h1>
          <p className={classes.where}>{where.filter(Boolean).join(' · ')}</p>
        </div>
        <IncidentMenu incident={incident} playbook={playbook} />
      </div>
      <nav className={classes.tabs} aria-label={say(incident.playbook.title)}>
        <Link {...link} search={{}} className={classes.tab} data-active={tab === 'steps'}>
          {t('incident.steps')}
        </Link>
        <Link {...link} search={{ tab: 'timeline' }} className={classes.tab} data-active={tab === 'timeline'}>
          {t('incident.timeline')}
        </Link>
        <span className={classes.badges}>
          <SeverityBadge severity={incident.severity} />
        </span>
      </nav>
    </>
  );
}
