import { Button } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import type { Incident } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { ErrorNotice } from '../../ui/notice';
import { accessOf, useMe } from '../session/use-me';
import classes from './incident.module.css';
import { useIncidentAction } from './use-incident';

const inReachMs = 30_000;

/** For the first seconds, and before anything was done: one tap takes a slip of the thumb back. */
export function UndoBar({ incident }: { incident: Incident }) {
  const { t } = useTexts();
  const { me, actor } = useMe();
  const time = useNow();
  const navigate = useNavigate();
  const cancel = useIncidentAction(
    incident.id,
    () =>
      api.POST('/api/v1/incidents/{incident}/cancel', {
        params: { path: { incident: incident.id } },
        body: { reason: t('incident.mistakeReason') },
      }),
    () => void navigate({ to: '/playbooks' }),
  );
  const fresh = time.getTime() - Date.parse(incident.openedAt) < inReachMs;
  const mine = incident.openedBy.id === me.id && can(actor, 'incident.cancel', accessOf(incident));
  if (!mine || incident.status !== 'open' || (!fresh && !cancel.isPending && !cancel.isError)) return null;
  return (
    <div className={classes.undo}>
      <span>{t('incident.mistakeQuestion')}</span>
      <Button variant="subtle" size="compact-md" h={44} loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('incident.mistake')}
      </Button>
      <ErrorNotice error={cancel.error} />
    </div>
  );
}
