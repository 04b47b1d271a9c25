import { Button } from '@mantine/core';
import { isOpenStatus } from '@zenmeban/domain/engine';
import { IconSchool } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { ErrorNotice } from '../../ui/notice';
import bandClasses from './bands.module.css';
import { useIncidentAction } from './use-incident';

/** Stays in view as long as it is only practice, with the way out of it. */
export function PracticeBand({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const stop = useIncidentAction(
    incident.id,
    () =>
      api.POST('/api/v1/incidents/{incident}/cancel', {
        params: { path: { incident: incident.id } },
        body: { reason: t('drill.stopReason') },
      }),
    () => void navigate({ to: '/playbooks/$playbookId', params: { playbookId: incident.playbook.id } }),
  );
  return (
    <div className={bandClasses.band} data-kind="practice">
      <IconSchool size={24} aria-hidden className={bandClasses.icon} />
      <p>
        <strong>{t('drill.title')}</strong>
        {t('drill.nobodyCalled')}
      </p>
      {isOpenStatus(incident.status) && (
        <Button
          variant="subtle"
          className={bandClasses.leave}
          h={44}
          px={10}
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          {t('drill.stop')}
        </Button>
      )}
      <ErrorNotice error={stop.error} />
    </div>
  );
}
