import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Heartbeat } from '../../lib/types';
import { useWhen } from '../../lib/use-when';
import { Card } from '../../ui/card';
import { groupByProcess } from './group-by-process';
import { loopName } from './loop-name';
import classes from './watch.module.css';

/** Every loop by the process it turns in, with its last sign of life; the one that stands still first. */
export function Loops({ heartbeats }: { heartbeats: readonly Heartbeat[] }) {
  return groupByProcess(heartbeats).map(({ process, beats }) => (
    <Card as="article" key={process}>
      <h3>{process}</h3>
      <ul className={classes.loops}>
        {beats.map((beat) => (
          <Loop key={beat.loop} beat={beat} />
        ))}
      </ul>
    </Card>
  ));
}

function Loop({ beat }: { beat: Heartbeat }) {
  const { t } = useOperationTexts();
  const { ago } = useWhen();
  const Icon = beat.fresh ? IconCircleCheck : IconAlertTriangle;
  return (
    <li>
      <span>
        {loopName(beat.loop, t)} <span className={classes.dim}>{beat.loop}</span>
      </span>
      <span className={classes.beat} data-tone={beat.fresh ? 'good' : 'bad'}>
        <Icon size={18} aria-hidden />
        {beat.fresh ? t('watch.fresh') : t('watch.stale')} · {ago(beat.at)}
      </span>
      {beat.lastError && <small>{beat.lastError}</small>}
    </li>
  );
}
