import { can, isOpenStatus, requiredStepsOpen } from '@zenmeban/domain/engine';
import { IconCircleCheck, IconCircleX, IconDotsVertical, IconMessagePlus, IconRotate } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Incident, Playbook } from '../../lib/types';
import { DropPanel } from '../../ui/drop-panel';
import dropClasses from '../../ui/drop-panel.module.css';
import { accessOf, useMe } from '../session/use-me';
import { CancelDialog, CommentDialog, ReopenDialog, ResolveDialog } from './dialogs';
import { runOf } from './use-incident';

type Open = 'comment' | 'resolve' | 'cancel' | 'reopen' | null;

/** What is seldom needed: a comment, resolving before the end, cancelling, reopening. */
export function IncidentMenu({ incident, playbook }: { incident: Incident; playbook: Playbook }) {
  const { t } = useTexts();
  const { actor } = useMe();
  const [open, setOpen] = useState<Open>(null);
  const access = accessOf(incident);
  // Of practice the band has the way out, and its end asks for nothing.
  const working = isOpenStatus(incident.status) && !incident.drill;
  const resolvable = working && requiredStepsOpen(playbook, runOf(incident)).length === 0;
  const over = !incident.drill && (incident.status === 'resolved' || incident.status === 'closed');
  const dialog = (which: Open) => ({ incident, opened: open === which, onClose: () => setOpen(null) });
  const item = (which: Exclude<Open, null>, icon: ReactNode, text: string) => (
    <button
      type="button"
      className={dropClasses.dropItem}
      data-tone={which === 'cancel' ? 'danger' : undefined}
      onClick={() => setOpen(which)}
    >
      {icon}
      {text}
    </button>
  );
  return (
    <>
      <DropPanel label={t('incident.menu')} icon={<IconDotsVertical size={24} />}>
        {can(actor, 'incident.comment', access) &&
          item('comment', <IconMessagePlus size={22} aria-hidden />, t('incident.comment'))}
        {resolvable &&
          can(actor, 'incident.resolve', access) &&
          item('resolve', <IconCircleCheck size={22} aria-hidden />, t('incident.resolve'))}
        {over &&
          can(actor, 'incident.reopen', access) &&
          item('reopen', <IconRotate size={22} aria-hidden />, t('incident.reopen'))}
        {working &&
          can(actor, 'incident.cancel', access) &&
          item('cancel', <IconCircleX size={22} aria-hidden />, t('incident.cancelTitle'))}
      </DropPanel>
      <CommentDialog {...dialog('comment')} />
      <ResolveDialog {...dialog('resolve')} />
      <ReopenDialog {...dialog('reopen')} />
      <CancelDialog {...dialog('cancel')} />
    </>
  );
}
