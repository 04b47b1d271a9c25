import { useTexts } from '../../lib/i18n';
import { isKept } from '../../lib/kept-answer';
import { playbookKey } from '../../lib/queries';
import { ButtonLink } from '../../ui/button-link';

/** The way to the steps of a playbook that cannot be opened now, where this device keeps them. */
export function StepsMeanwhile({ playbookId }: { playbookId: string }) {
  const { t } = useTexts();
  if (!isKept(playbookKey(playbookId))) return null;
  return (
    <ButtonLink variant="default" to="/playbooks/$playbookId" params={{ playbookId }}>
      {t('notDone.steps')}
    </ButtonLink>
  );
}
