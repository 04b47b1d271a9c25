import { IconExternalLink } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Watch } from '../../lib/types';
import { Card } from '../../ui/card';
import classes from './watch.module.css';

/** How much waits in the queue, and the way to its dashboard. */
export function Queues({ queues: { backend, counts } }: Pick<Watch, 'queues'>) {
  const { t } = useOperationTexts();
  return (
    <Card aria-label={t('watch.queue')}>
      <h2>{t('watch.queue')}</h2>
      <p className={classes.dim}>{t(`watch.queue_${backend}`)}</p>
      {counts === null && <p>{t('watch.queueAway')}</p>}
      {counts?.map((queue) => (
        <p key={queue.name}>{t('watch.queueCounts', queue)}</p>
      ))}
      <a className={classes.link} href="/admin/queues" target="_blank" rel="noreferrer">
        {t('watch.queueOpen')}
        <IconExternalLink size={18} aria-hidden />
      </a>
    </Card>
  );
}
