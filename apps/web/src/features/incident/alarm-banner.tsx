import { Button } from '@mantine/core';
import { can, isOpenStatus } from '@zenmeban/domain/engine';
import { IconPhoneCall, IconUserCheck } from '@tabler/icons-react';
import { api } from '../../lib/api';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { ErrorNotice, Notice } from '../../ui/notice';
import { accessOf, useMe } from '../session/use-me';
import { AlarmActions } from './alarm-actions';
import { callingChain, unreached } from './calling-chain';
import classes from './incident.module.css';
import { NextLevel } from './next-level';
import { useIncidentAction } from './use-incident';

/** How the calls for help stand: who is being called and what happens next, or who has taken it on. */
export function AlarmBanner({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const failed = unreached(incident);
  if (!isOpenStatus(incident.status)) return null;
  return (
    <div aria-live="polite" className={classes.alarms}>
      {incident.alarm.state === 'calling' && <Calling incident={incident} />}
      {incident.alarm.state === 'acknowledged' && <Acknowledged incident={incident} />}
      {failed.length > 0 && <Notice tone="error">{t('alarm.failed', { names: failed.join(t('app.comma')) })}</Notice>}
    </div>
  );
}

function Calling({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const { actor } = useMe();
  const chain = callingChain(incident);
  const { handedTo, nextLevelAt } = incident.alarm;
  const acknowledge = useIncidentAction(incident.id, () =>
    api.POST('/api/v1/incidents/{incident}/acknowledge', { params: { path: { incident: incident.id } }, body: {} }),
  );
  const calling =
    chain && chain.names.length > 0
      ? t('alarm.calling', { names: chain.names.join(t('app.comma')), level: chain.level })
      : t('alarm.callingNow');
  return (
    <div className={classes.alarm} data-state="calling">
      <IconPhoneCall size={24} aria-hidden className={classes.alarmIcon} />
      <div className={classes.alarmText}>
        <strong>{handedTo ? t('alarm.handedTo', { name: handedTo.name }) : calling}</strong>
        <NextLevel at={nextLevelAt} called={handedTo !== null || (chain !== null && chain.level > 0)} />
      </div>
      {can(actor, 'incident.acknowledge', accessOf(incident)) && (
        <Button size="lg" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
          {t('alarm.acknowledge')}
        </Button>
      )}
      <AlarmActions incident={incident} />
      <ErrorNotice error={acknowledge.error} />
    </div>
  );
}

function Acknowledged({ incident }: { incident: Incident }) {
  const { t, language } = useTexts();
  const { acknowledgedBy, acknowledgedAt, snoozedUntil } = incident.alarm;
  if (!acknowledgedBy || !acknowledgedAt) return null;
  const time = (at: string) => clockTime(at, incident.site.timeZone, language, now());
  return (
    <div className={classes.alarm} data-state="acknowledged">
      <IconUserCheck size={24} aria-hidden className={classes.alarmIcon} />
      <div className={classes.alarmText}>
        <strong>{t('alarm.acknowledged', { name: acknowledgedBy.name })}</strong>
        <span>
          {snoozedUntil
            ? t('alarm.snoozed', { time: time(snoozedUntil) })
            : t('alarm.acknowledgedAt', { time: time(acknowledgedAt) })}
        </span>
      </div>
      <AlarmActions incident={incident} />
    </div>
  );
}
