import { Button } from '@mantine/core';
import { IconConfetti, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { ErrorNotice } from '../../ui/notice';
import { useOpenIncident } from '../start/use-open-incident';
import classes from './incident.module.css';
import barClasses from './step-bar.module.css';
import cardClasses from './step-card.module.css';

/** The end of a practice run: well done, once more, or back to the playbook. */
export function DrillOutcome({ incident }: { incident: Incident }) {
  const { t, say } = useTexts();
  const { playbook, site, place, progress, status } = incident;
  const again = useOpenIncident({ siteId: site.id, placeId: place?.id ?? '' }, 'drill');
  const stopped = status === 'cancelled';
  const Icon = stopped ? IconSchool : IconConfetti;
  return (
    <section className={cardClasses.card}>
      <div className={classes.finished} data-state={stopped ? 'cancelled' : 'closed'}>
        <Icon size={56} stroke={1.5} aria-hidden />
        <h2 className={cardClasses.stepTitle}>{t(stopped ? 'drill.stopped' : 'drill.done')}</h2>
        <p>
          {stopped
            ? t('drill.stoppedText')
            : t('drill.doneText', { title: say(playbook.title), count: progress.settled })}
        </p>
      </div>
      <div className={barClasses.bar}>
        <div className={barClasses.barInner}>
          <div className={barClasses.barNotice}>
            <ErrorNotice error={again.error} />
          </div>
          <Button
            size="xl"
            variant="default"
            className={barClasses.barSide}
            loading={again.isPending}
            onClick={() => again.mutate(playbook.id)}
          >
            {t('drill.again')}
          </Button>
          <Button
            size="xl"
            className={barClasses.barMain}
            renderRoot={(root) => <Link {...root} to="/playbooks/$playbookId" params={{ playbookId: playbook.id }} />}
          >
            {t('drill.toPlaybook')}
          </Button>
        </div>
      </div>
    </section>
  );
}
