import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import classes from './incident.module.css';

type Props = { progress: Incident['progress']; children?: ReactNode };

/** How far the run is, with room for one small thing beside it. */
export function RunProgress({ progress, children }: Props) {
  const { t } = useTexts();
  return (
    <div className={classes.progress}>
      <Progress
        size={8}
        aria-label={t('incident.progress', progress)}
        value={(100 * progress.settled) / Math.max(1, progress.total)}
      />
      <div className={classes.progressLine}>
        <span>{t('incident.progress', progress)}</span>
        {children}
      </div>
    </div>
  );
}
