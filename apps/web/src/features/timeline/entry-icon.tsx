import {
  IconAlarmSnooze,
  IconArrowRight,
  IconBell,
  IconCheck,
  IconClockExclamation,
  IconFlag,
  IconLock,
  IconMessage,
  IconPhoneCall,
  IconPlayerSkipForward,
  IconUserCheck,
  IconUserShare,
  IconX,
} from '@tabler/icons-react';
import classes from './timeline.module.css';

const signs = [
  { of: /^(step\.done|incident\.(resolved|closed))$/, Icon: IconCheck, tone: 'good' },
  { of: /^incident\.snoozed$/, Icon: IconAlarmSnooze, tone: 'good' },
  { of: /^incident\.handed_over$/, Icon: IconUserShare, tone: 'call' },
  { of: /^incident\.acknowledged$/, Icon: IconUserCheck, tone: 'good' },
  { of: /^(step\.overdue|escalation\.(nobody|exhausted))$/, Icon: IconClockExclamation, tone: 'late' },
  { of: /^escalation\./, Icon: IconPhoneCall, tone: 'call' },
  { of: /^step\.(skipped|not_needed)$/, Icon: IconPlayerSkipForward, tone: 'calm' },
  { of: /^step\.reminded$/, Icon: IconBell, tone: 'calm' },
  { of: /^incident\.restricted$/, Icon: IconLock, tone: 'calm' },
  { of: /^incident\.commented$/, Icon: IconMessage, tone: 'calm' },
  { of: /^incident\.cancelled$/, Icon: IconX, tone: 'calm' },
  { of: /^incident\./, Icon: IconFlag, tone: 'calm' },
] as const;

export function EntryIcon({ kind }: { kind: string }) {
  const { Icon, tone } = signs.find(({ of }) => of.test(kind)) ?? { Icon: IconArrowRight, tone: 'calm' };
  return (
    <span className={classes.sign} data-tone={tone} aria-hidden>
      <Icon size={18} />
    </span>
  );
}
