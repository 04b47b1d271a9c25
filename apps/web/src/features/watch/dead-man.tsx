import { useOperationTexts } from '../../lib/i18n/operations';
import type { Watch } from '../../lib/types';
import { useWhen } from '../../lib/use-when';
import { Card } from '../../ui/card';
import classes from './watch.module.css';

/** Whether somebody outside would notice if all of this stopped. */
export function DeadMan({ deadMan: { state, lastPingAt, error } }: Pick<Watch, 'deadMan'>) {
  const { t } = useOperationTexts();
  const { ago } = useWhen();
  return (
    <Card aria-label={t('watch.deadman')}>
      <h2>{t('watch.deadman')}</h2>
      <p>{t(`watch.deadman_${state}`)}</p>
      {lastPingAt && <p className={classes.dim}>{t('watch.deadmanLast', { time: ago(lastPingAt) })}</p>}
      {error && <p className={classes.dim}>{error}</p>}
    </Card>
  );
}
