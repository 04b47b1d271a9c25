import { Button } from '@mantine/core';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/notice';
import dialogClasses from './text-dialog.module.css';
import { useIncidentAction } from './use-incident';

type Props = { incident: Incident; opened: boolean; onClose: () => void };

/** In how many minutes to be called again; longer ones only as far as the policies allow. */
const choices = [5, 10, 15, 30, 60, 120];

export function SnoozeDialog({ incident, opened, onClose }: Props) {
  const { t } = useTexts();
  const { atMostMinutes = 0, left = 0 } = incident.alarm.snooze ?? {};
  const snooze = useIncidentAction(
    incident.id,
    (minutes: number) =>
      api.POST('/api/v1/incidents/{incident}/snooze', {
        params: { path: { incident: incident.id } },
        body: { minutes },
      }),
    onClose,
  );
  return (
    <Dialog opened={opened} onClose={onClose} title={t('alarm.snoozeTitle')}>
      <div className={dialogClasses.dialog}>
        <p className={dialogClasses.dialogText}>
          {left > 0 ? t('alarm.snoozeText', { count: left }) : t('alarm.snoozeUsedUp')}
        </p>
        {left > 0 && (
          <div className={dialogClasses.dialogChoices}>
            {choices
              .filter((minutes) => minutes <= atMostMinutes)
              .map((minutes) => (
                <Button
                  key={minutes}
                  size="lg"
                  variant="default"
                  disabled={snooze.isPending}
                  onClick={() => snooze.mutate(minutes)}
                >
                  {t('rules.minutes', { count: minutes })}
                </Button>
              ))}
          </div>
        )}
        <ErrorNotice error={snooze.error} />
      </div>
    </Dialog>
  );
}
