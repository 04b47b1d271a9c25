import { Button } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { IconCircleCheck, IconCircleX, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { Incident, Playbook } from '../../lib/types';
import { accessOf, useMe } from '../session/use-me';
import { CloseDialog } from './dialogs';
import classes from './incident.module.css';
import barClasses from './step-bar.module.css';
import cardClasses from './step-card.module.css';
import { StepList } from './step-list';

const icons = { resolved: IconHourglass, closed: IconCircleCheck, cancelled: IconCircleX };

/** An incident nobody works on any more: how it ended, and the supervisor's signature where it is still missing. */
export function Outcome({ incident, playbook }: { incident: Incident; playbook: Playbook }) {
  const { t, language } = useTexts();
  const { actor } = useMe();
  const [closing, setClosing] = useState(false);
  const state =
    incident.status === 'closed' || incident.status === 'cancelled' ? incident.status : ('resolved' as const);
  const Icon = icons[state];
  const time = (at: string) => clockTime(at, incident.site.timeZone, language, now());
  return (
    <div className={classes.columns}>
      <section className={`${cardClasses.card} ${classes.main}`}>
        <div className={classes.finished} data-state={state}>
          <Icon size={56} stroke={1.5} aria-hidden />
          <h2 className={cardClasses.stepTitle}>{t(`incident.${state}Title`)}</h2>
          <p>{t('incident.openedBy', { name: incident.openedBy.name, time: time(incident.openedAt) })}</p>
          {incident.resolvedAt && <p>{t('incident.resolvedAt', { time: time(incident.resolvedAt) })}</p>}
          {incident.closedAt && <p>{t('incident.closedAt', { time: time(incident.closedAt) })}</p>}
        </div>
        {state === 'resolved' && can(actor, 'incident.close', accessOf(incident)) && (
          <div className={barClasses.bar}>
            <div className={barClasses.barInner}>
              <Button size="xl" className={barClasses.barMain} onClick={() => setClosing(true)}>
                {t('incident.closeAction')}
              </Button>
            </div>
          </div>
        )}
      </section>
      <aside className={classes.aside}>
        <StepList incident={incident} playbook={playbook} />
      </aside>
      <CloseDialog incident={incident} opened={closing} onClose={() => setClosing(false)} />
    </div>
  );
}
