import { Button } from '@mantine/core';
import { IconPlayerSkipForward } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../lib/api';
import { useTexts } from '../../lib/i18n';
import type { Incident, Step } from '../../lib/types';
import { keepDraft } from './kept-drafts';
import { TextDialog } from './text-dialog';
import { useIncidentAction } from './use-incident';

/** A step that is not required may be skipped, with a reason. */
export function SkipStep({ incident, step }: { incident: Incident; step: Step }) {
  const { t, say } = useTexts();
  const [open, setOpen] = useState(false);
  const skip = useIncidentAction(
    incident.id,
    (reason: string) =>
      api.POST('/api/v1/incidents/{incident}/steps/{step}/skip', {
        params: { path: { incident: incident.id, step: step.id } },
        body: { reason },
      }),
    () => keepDraft(incident.id, step.id, null),
  );
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        h={44}
        leftSection={<IconPlayerSkipForward size={20} />}
        onClick={() => setOpen(true)}
      >
        {t('incident.skip')}
      </Button>
      <TextDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t('incident.skipTitle', { title: say(step.title) })}
        label={t('incident.reason')}
        hint={t('incident.skipReasonHint')}
        field="reason"
        required
        confirm={t('incident.skip')}
        action={skip}
      />
    </>
  );
}
