import { IconAlertTriangle, IconMail, IconMailCheck } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import type { Incident, TimelineEntry } from '../../lib/types';
import classes from './timeline.module.css';

/** What became of the mail to each person this call was for. */
export function DeliveryList({ entry, incident }: { entry: TimelineEntry; incident: Incident }) {
  const { t } = useTexts();
  const chain = incident.escalations.find(({ id }) => id === entry.data['escalationId']);
  const calls = chain?.calls.filter(({ calledAt }) => Date.parse(calledAt) === Date.parse(entry.at)) ?? [];
  return (
    <ul className={classes.deliveries}>
      {calls.map(({ person, state }) => {
        const Icon = state === 'accepted' ? IconMailCheck : state === 'failed' ? IconAlertTriangle : IconMail;
        return (
          <li key={person.id} data-state={state}>
            <Icon size={18} aria-hidden />
            {person.name}: {t(`timeline.mail_${state}`)}
          </li>
        );
      })}
    </ul>
  );
}
