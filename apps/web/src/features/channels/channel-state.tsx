import { IconAlertTriangle, IconCircleCheck, IconPlayerPause } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Channel } from '../../lib/types';
import classes from './channels.module.css';

/** Whether messages get through, in one line. */
export function ChannelState({ channel: { enabled, failures } }: { channel: Channel }) {
  const { t } = useOperationTexts();
  const failing = enabled && failures > 0;
  const Icon = failing ? IconAlertTriangle : enabled ? IconCircleCheck : IconPlayerPause;
  return (
    <p className={classes.state} data-tone={failing ? 'bad' : enabled ? 'good' : undefined}>
      <Icon size={18} aria-hidden />
      {failing ? t('channels.failing', { count: failures }) : enabled ? t('channels.ready') : t('channels.off')}
    </p>
  );
}
