import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { ErrorNotice } from '../../ui/notice';
import classes from './incident.module.css';
import barClasses from './step-bar.module.css';
import cardClasses from './step-card.module.css';
import { useIncidentAction } from './use-incident';

/** All steps were practised: one tap ends it, nothing has to be written. */
export function DrillFinished({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const finish = useIncidentAction(incident.id, () =>
    api.POST('/api/v1/incidents/{incident}/resolve', { params: { path: { incident: incident.id } }, body: {} }),
  );
  return (
    <section className={cardClasses.card}>
      <div className={classes.finished}>
        <IconCircleCheck size={56} stroke={1.5} aria-hidden />
        <h2 className={cardClasses.stepTitle}>{t('incident.finishedTitle')}</h2>
        <p>{t('drill.finishedText')}</p>
      </div>
      <div className={barClasses.bar}>
        <div className={barClasses.barInner}>
          <div className={barClasses.barNotice}>
            <ErrorNotice error={finish.error} />
          </div>
          <Button size="xl" className={barClasses.barMain} loading={finish.isPending} onClick={() => finish.mutate()}>
            {t('drill.finish')}
          </Button>
        </div>
      </div>
    </section>
  );
}
