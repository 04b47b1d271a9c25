import { Progress } from '@mantine/core';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import classes from './incident.module.css';

export function RunProgress({ progress }: Pick<Incident, 'progress'>) {
  const { t } = useTexts();
  return (
    <div className={classes.progress}>
      <Progress
        size={8}
        aria-label={t('incident.progress', progress)}
        value={(100 * progress.settled) / Math.max(1, progress.total)}
      />
      <span className={classes.progressText}>{t('incident.progress', progress)}</span>
    </div>
  );
}
