import { IconAlertTriangle, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Channel } from '../../lib/types';
import { useWhen } from '../../lib/use-when';
import classes from './channels.module.css';
import { isFailing } from './is-failing';

/** Whether calls get through, in one line, and when one last did. */
export function ChannelState({ channel }: { channel: Channel }) {
  const { t } = useOperationTexts();
  const { ago, at } = useWhen();
  const { enabled, offBecause, failures, failingSince, lastDeliveredAt } = channel;
  const failing = isFailing(channel);
  const isBad = failing || offBecause !== null;
  const Icon = isBad ? IconAlertTriangle : enabled ? IconCircleCheck : IconPlayerPause;
  const last = lastDeliveredAt === null ? null : t('channels.lastDelivered', { when: ago(lastDeliveredAt) });
  const lines = !enabled
    ? [offBecause === 'gone' ? t('channels.offGone') : t('channels.off'), last]
    : failing
      ? [
          failures > 0
            ? t('channels.failing', { count: failures })
            : t('channels.notArriving', { since: failingSince === null ? '' : at(failingSince) }),
          last ?? t('channels.neverDelivered'),
        ]
      : [last === null ? t('channels.unused') : t('channels.ready'), last];
  return (
    <p className={classes.state} data-tone={isBad ? 'bad' : enabled ? 'good' : undefined}>
      <Icon size={18} aria-hidden />
      {lines.filter((line) => line !== null).join(' · ')}
    </p>
  );
}
