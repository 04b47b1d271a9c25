import { Progress } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../lib/i18n';
import { incidentsQuery } from '../../lib/queries';
import type { Me } from '../../lib/types';
import classes from './start.module.css';

/** What this person opened and has not finished yet; nothing at all when there is nothing. */
export function MyIncidents({ me }: { me: Me }) {
  const { t, say } = useTexts();
  const { data } = useQuery({ ...incidentsQuery('open'), refetchInterval: 20_000 });
  const mine = (data?.items ?? []).filter(({ openedBy }) => openedBy.id === me.id).slice(0, 3);
  if (mine.length === 0) return null;
  return (
    <section className={classes.mine}>
      <div className={classes.mineHead}>
        <h2>{t('start.mine')}</h2>
        <Link to="/incidents">{t('start.allOpen')}</Link>
      </div>
      {mine.map((incident) => (
        <Link
          key={incident.id}
          className={classes.mineRow}
          to="/incidents/$incidentId"
          params={{ incidentId: incident.id }}
        >
          <span className={classes.tileText}>
            <span className={classes.mineTitle}>{say(incident.playbook.title)}</span>
            <span className={classes.tileSummary}>
              {[incident.reference, incident.place && say(incident.place.name)].filter(Boolean).join(' · ')}
            </span>
            <Progress
              mt={6}
              size={5}
              aria-label={t('incident.progress', incident.progress)}
              value={(100 * incident.progress.settled) / Math.max(1, incident.progress.total)}
            />
          </span>
          <IconChevronRight size={22} aria-hidden />
        </Link>
      ))}
    </section>
  );
}
