import { Button } from '@mantine/core';
import { IconArrowRight, IconCheck, IconPhoneCall } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { NotDone } from '../../ui/not-done';
import { CallInDrill } from './call-in-drill';
import { helpIsCalled } from './calling-chain';
import barClasses from './step-bar.module.css';
import { useIncidentAction } from './use-incident';

type Props = { incident: Incident; last: boolean; sending: boolean; children?: ReactNode };

/** The bar within the thumb's reach: call the supervisor, done. What went wrong stands right above the buttons. */
export function StepBar({ incident, last, sending, children }: Props) {
  const { t } = useTexts();
  return (
    <div className={barClasses.bar}>
      <div className={barClasses.barInner}>
        <CallButton incident={incident}>{children}</CallButton>
        <Button
          type="submit"
          size="xl"
          className={barClasses.barMain}
          loading={sending}
          rightSection={last ? <IconCheck size={22} /> : <IconArrowRight size={22} />}
        >
          {last ? t('incident.doneLast') : t('incident.done')}
        </Button>
      </div>
    </div>
  );
}

/** One tap calls for help; while that call is unanswered it says so instead. */
export function CallButton({ incident, children }: { incident: Incident; children?: ReactNode }) {
  const { t } = useTexts();
  const call = useIncidentAction(incident.id, () =>
    api.POST('/api/v1/incidents/{incident}/escalate', { params: { path: { incident: incident.id } }, body: {} }),
  );
  const called = helpIsCalled(incident);
  return (
    <>
      <div className={barClasses.barNotice}>
        {children}
        <NotDone error={call.error} what="call" />
      </div>
      {incident.drill ? (
        <CallInDrill />
      ) : (
        <Button
          size="xl"
          color="red"
          variant={called ? 'light' : 'filled'}
          className={barClasses.barSide}
          leftSection={<IconPhoneCall size={22} />}
          loading={call.isPending}
          aria-disabled={called}
          onClick={() => !called && call.mutate()}
        >
          {called ? t('incident.calling') : t('incident.call')}
        </Button>
      )}
    </>
  );
}
