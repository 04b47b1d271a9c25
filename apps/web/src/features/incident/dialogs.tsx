import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import type { Incident, IncidentRow } from '../../lib/types';
import { TextDialog } from './text-dialog';
import { useIncidentAction } from './use-incident';

type Props = { incident: Incident | IncidentRow; opened: boolean; onClose: () => void };

const at = (incident: string) => ({ path: { incident } });

export function CommentDialog({ incident: { id }, ...dialog }: Props) {
  const { t } = useTexts();
  const action = useIncidentAction(id, (text: string) =>
    api.POST('/api/v1/incidents/{incident}/comment', { params: at(id), body: { text } }),
  );
  return (
    <TextDialog
      {...dialog}
      title={t('incident.comment')}
      label={t('incident.commentText')}
      field="text"
      required
      confirm={t('incident.commentSave')}
      action={action}
    />
  );
}

export function ResolveDialog({ incident: { id }, ...dialog }: Props) {
  const { t } = useTexts();
  const action = useIncidentAction(id, (resolution: string) =>
    api.POST('/api/v1/incidents/{incident}/resolve', { params: at(id), body: resolution ? { resolution } : {} }),
  );
  return (
    <TextDialog
      {...dialog}
      title={t('incident.resolveTitle')}
      label={t('incident.resolution')}
      hint={t('incident.resolutionHint')}
      field="resolution"
      confirm={t('incident.resolve')}
      action={action}
    />
  );
}

export function CloseDialog({ incident: { id }, ...dialog }: Props) {
  const { t } = useTexts();
  const action = useIncidentAction(id, (note: string) =>
    api.POST('/api/v1/incidents/{incident}/close', { params: at(id), body: note ? { note } : {} }),
  );
  return (
    <TextDialog
      {...dialog}
      title={t('incident.closeTitle')}
      label={t('incident.closeNote')}
      field="note"
      confirm={t('incident.closeAction')}
      action={action}
    />
  );
}

export function ReopenDialog({ incident: { id }, ...dialog }: Props) {
  const { t } = useTexts();
  const action = useIncidentAction(id, (reason: string) =>
    api.POST('/api/v1/incidents/{incident}/reopen', { params: at(id), body: { reason } }),
  );
  return (
    <TextDialog
      {...dialog}
      title={t('incident.reopenTitle')}
      label={t('incident.reason')}
      field="reason"
      required
      confirm={t('incident.reopen')}
      action={action}
    />
  );
}

export function CancelDialog({ incident: { id }, ...dialog }: Props) {
  const { t } = useTexts();
  const action = useIncidentAction(id, (reason: string) =>
    api.POST('/api/v1/incidents/{incident}/cancel', { params: at(id), body: { reason } }),
  );
  return (
    <TextDialog
      {...dialog}
      title={t('incident.cancelTitle')}
      text={t('incident.cancelText')}
      label={t('incident.reason')}
      field="reason"
      initial={t('incident.mistakeReason')}
      required
      danger
      confirm={t('incident.cancelAction')}
      action={action}
    />
  );
}
