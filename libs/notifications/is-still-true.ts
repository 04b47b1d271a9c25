import type { CallReason, IncidentStatus, StepState } from '@zenmeban/domain/engine';
import type { TemplateName } from './mail-variables';

/** What a notice is about, as it stands at the moment of sending. */
export type Circumstances = {
  readonly template: TemplateName;
  /** Null for a channel of a group. */
  readonly recipientId: string | null;
  readonly createdAt: Date;
  /** Null for mail about an account. */
  readonly status: IncidentStatus | null;
  /** Of a call. */
  readonly reason: CallReason | null;
  readonly acknowledgedAt: Date | null;
  readonly chainEndedAt: Date | null;
  /** Of the step a notice is about. */
  readonly stepState: StepState | null;
  readonly assigneeId: string | null;
};

const isUnderWay = (status: IncidentStatus | null) =>
  status === 'open' || status === 'in_progress' || status === 'reopened';

/** Whether the notice still says something true; if not, it is withdrawn instead of sent. */
export function isStillTrue(now: Circumstances): boolean {
  switch (now.template) {
    case 'escalation':
      return isUnderWay(now.status) && now.chainEndedAt === null && !wasAnswered(now);
    case 'step-assigned':
      return isUnderWay(now.status) && now.stepState === 'ready' && now.assigneeId === now.recipientId;
    case 'step-reminder':
      return isUnderWay(now.status) && now.stepState === 'ready';
    case 'incident-reopened':
      return isUnderWay(now.status);
    case 'incident-cancelled':
    case 'password-reset':
    case 'watch-alarm':
    case 'duty-gap':
    case 'unreachable':
    case 'channel-off':
    case 'shift-swap':
    case 'test':
      return true;
  }
}

/** A call because nobody acknowledged is answered by any acknowledgement, any other by a later one. */
function wasAnswered({ acknowledgedAt, reason, createdAt }: Circumstances): boolean {
  return acknowledgedAt !== null && (reason === 'unacknowledged' || acknowledgedAt >= createdAt);
}
