import { Button } from '@mantine/core';
import { isOpenStatus } from '@zenmeban/domain/engine';
import { IconFileUnknown, IconPlugConnectedX } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTexts } from '../../lib/i18n';
import { ApiProblem } from '../../lib/problem';
import { BlankSlate } from '../../ui/blank-slate';
import { LoadingPage } from '../../ui/loading-page';
import { AlarmBanner } from './alarm-banner';
import { ConfidentialBand } from './confidential-band';
import { DrillOutcome } from './drill-outcome';
import { IncidentHeader } from './incident-header';
import classes from './incident.module.css';
import { LeftOvers } from './left-overs';
import { Outcome } from './outcome';
import { PracticeBand } from './practice-band';
import { StepWork } from './step-work';
import { useIncident } from './use-incident';

const route = getRouteApi('/signed-in/incidents/$incidentId');
const TimelineTab = lazy(() =>
  import('../timeline/timeline-tab').then(({ TimelineTab: component }) => ({ default: component })),
);

export function IncidentPage() {
  const { t } = useTexts();
  const { incidentId } = route.useParams();
  const { tab } = route.useSearch();
  const { incident, playbook } = useIncident(incidentId);
  const error = incident.error ?? playbook.error;
  if (!incident.data || !playbook.data) {
    if (!error) return <LoadingPage />;
    const unknown = error instanceof ApiProblem && error.status < 500;
    return (
      <BlankSlate
        level={1}
        icon={unknown ? <IconFileUnknown size={44} /> : <IconPlugConnectedX size={44} />}
        title={unknown ? t('incident.unknownTitle') : t('app.networkTitle')}
        text={unknown ? t('incident.unknownText') : t('app.networkText')}
      >
        {unknown ? (
          <Button component={Link} to="/">
            {t('app.home')}
          </Button>
        ) : (
          <Button onClick={() => void Promise.all([incident.refetch(), playbook.refetch()])}>{t('app.retry')}</Button>
        )}
      </BlankSlate>
    );
  }
  const shown = { incident: incident.data, playbook: playbook.data };
  const { drill, restricted, status } = incident.data;
  const outcome = drill ? <DrillOutcome incident={incident.data} /> : <Outcome {...shown} />;
  const work = isOpenStatus(status) ? <StepWork {...shown} /> : outcome;
  return (
    <div className={classes.page}>
      <IncidentHeader {...shown} tab={tab ?? 'steps'} />
      {drill && <PracticeBand incident={incident.data} />}
      {restricted && !drill && <ConfidentialBand />}
      <AlarmBanner incident={incident.data} />
      <LeftOvers {...shown} />
      {tab === 'timeline' ? (
        <Suspense fallback={<LoadingPage />}>
          <TimelineTab {...shown} />
        </Suspense>
      ) : (
        work
      )}
    </div>
  );
}
