import { Button } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { IconAlarmSnooze, IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { accessOf, useMe } from '../session/use-me';
import { HandOverDialog } from './hand-over-dialog';
import classes from './incident.module.css';
import { SnoozeDialog } from './snooze-dialog';

/** What whoever is called may do besides acknowledging: put it off, where the policies allow it, or hand it over. */
export function AlarmActions({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const { actor } = useMe();
  const [open, setOpen] = useState<'snooze' | 'hand-over' | null>(null);
  const access = accessOf(incident);
  const { snooze, snoozedUntil } = incident.alarm;
  const maySnooze = snooze !== null && snoozedUntil === null && can(actor, 'incident.snooze', access);
  const mayHandOver = can(actor, 'incident.hand_over', access);
  if (!maySnooze && !mayHandOver) return null;
  const dialog = (which: 'snooze' | 'hand-over') => ({
    ...{ incident, opened: open === which },
    onClose: () => setOpen(null),
  });
  return (
    <div className={classes.alarmActions}>
      {maySnooze && (
        <Button
          variant="default"
          size="md"
          leftSection={<IconAlarmSnooze size={20} />}
          onClick={() => setOpen('snooze')}
        >
          {t('alarm.snooze')}
        </Button>
      )}
      {mayHandOver && (
        <Button
          variant="default"
          size="md"
          leftSection={<IconUserShare size={20} />}
          onClick={() => setOpen('hand-over')}
        >
          {t('alarm.handOver')}
        </Button>
      )}
      <SnoozeDialog {...dialog('snooze')} />
      <HandOverDialog {...dialog('hand-over')} />
    </div>
  );
}
