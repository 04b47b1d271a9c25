import { Button, Progress } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { IconClock, IconClockExclamation, IconPhoneCall, IconUserCheck } from '@tabler/icons-react';
import { api } from '../../lib/api';
import { countdown } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { IncidentRow } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { Card } from '../../ui/card';
import { ErrorNotice } from '../../ui/notice';
import { useIncidentAction } from '../incident/use-incident';
import { accessOf, useMe } from '../session/use-me';
import classes from './board.module.css';
import { RowHead } from './row-head';
import { whoIsOnIt } from './who-is-on-it';

/** An open incident with how its calls and its deadlines stand, and the one button that matters. */
export function OpenRow({ incident }: { incident: IncidentRow }) {
  const { t } = useTexts();
  const { actor } = useMe();
  const calling = incident.alarm.state === 'calling';
  const acknowledge = useIncidentAction(incident.id, () =>
    api.POST('/api/v1/incidents/{incident}/acknowledge', { params: { path: { incident: incident.id } }, body: {} }),
  );
  return (
    <Card as="article" tone={calling ? 'bad' : incident.overdueSteps > 0 ? 'late' : undefined}>
      <RowHead incident={incident} />
      <div className={classes.progress}>
        <Progress
          size={6}
          aria-label={t('incident.progress', incident.progress)}
          value={(100 * incident.progress.settled) / Math.max(1, incident.progress.total)}
        />
        <span aria-hidden>
          {incident.progress.settled}/{incident.progress.total}
        </span>
      </div>
      <RowState incident={incident} />
      {calling && can(actor, 'incident.acknowledge', accessOf(incident)) && (
        <Button size="lg" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {t('alarm.acknowledge')}
        </Button>
      )}
      <ErrorNotice error={acknowledge.error} />
    </Card>
  );
}

function RowState({ incident: { alarm, overdueSteps, nextDueAt } }: { incident: IncidentRow }) {
  const { t } = useTexts();
  const time = useNow();
  const until = (at: string | null) => (at === null ? 0 : Date.parse(at) - time.getTime());
  const next = until(alarm.nextLevelAt);
  const due = until(nextDueAt);
  const { person, callWaits } = whoIsOnIt(alarm);
  return (
    <ul className={classes.facts}>
      {callWaits && (
        <li data-tone="calling">
          <IconPhoneCall size={18} aria-hidden />
          {t(person ? 'board.callWaits' : 'board.urgent')}
          {next > 0 ? ` · ${t('board.nextLevel', { time: countdown(next) })}` : ''}
        </li>
      )}
      {person && (
        <li data-tone="good">
          <IconUserCheck size={18} aria-hidden />
          {t('board.acknowledgedBy', { name: person.name })}
        </li>
      )}
      {overdueSteps > 0 && (
        <li data-tone="late">
          <IconClockExclamation size={18} aria-hidden />
          {t('board.overdue', { count: overdueSteps })}
        </li>
      )}
      {due > 0 && (
        <li>
          <IconClock size={18} aria-hidden />
          {t('board.dueIn', { time: countdown(due) })}
        </li>
      )}
    </ul>
  );
}
