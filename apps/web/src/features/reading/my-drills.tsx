import { IconChevronRight, IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { drillsQuery } from '../../lib/queries';
import { useMe } from '../session/use-me';
import classes from './reading.module.css';

/** My own practice runs of this playbook that have not come to an end; nothing when there are none. */
export function MyDrills({ playbookId }: { playbookId: string }) {
  const { t, language } = useTexts();
  const { me } = useMe();
  const { data } = useQuery(drillsQuery);
  const mine = (data?.items ?? []).filter(
    ({ playbook, openedBy }) => playbook.id === playbookId && openedBy.id === me.id,
  );
  if (mine.length === 0) return null;
  return (
    <section className={classes.side} aria-label={t('reading.drills')}>
      <h2>{t('reading.drills')}</h2>
      {mine.map(({ id, site, openedAt, progress }) => (
        <Link key={id} className={classes.drill} to="/incidents/$incidentId" params={{ incidentId: id }}>
          <IconSchool size={20} aria-hidden />
          <span>
            {t('reading.drillBegun', { time: clockTime(openedAt, site.timeZone, language, now()) })}
            <small>{t('incident.progress', progress)}</small>
          </span>
          <IconChevronRight size={20} aria-hidden />
        </Link>
      ))}
    </section>
  );
}
