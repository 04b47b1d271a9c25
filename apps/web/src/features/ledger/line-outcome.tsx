import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconCircleMinus,
  IconTool,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { LedgerLine } from '../../lib/types';
import classes from './ledger.module.css';
import { useDuration } from './use-duration';

const signs = {
  on_time: { Icon: IconCircleCheck, tone: 'good' },
  late: { Icon: IconClockExclamation, tone: 'late' },
  failed: { Icon: IconAlertTriangle, tone: 'bad' },
  withdrawn: { Icon: IconCircleMinus, tone: 'calm' },
  waiting: { Icon: IconClock, tone: 'calm' },
  nobody: { Icon: IconUserQuestion, tone: 'bad' },
} as const;

/** What became of a promise, with its sign, and why where it was not kept as it should be. */
export function LineOutcome({ line }: { line: LedgerLine }) {
  const { t, say } = useOperationTexts();
  const duration = useDuration();
  const { Icon, tone } = signs[line.state];
  return (
    <>
      <span className={classes.outcome} data-tone={tone}>
        <Icon size={18} aria-hidden />
        {line.state === 'late'
          ? t('ledger.lateTime', { time: duration(line.lateSeconds) })
          : t(`ledger.state_${line.state}`)}
      </span>
      {line.repaired && (
        <span className={classes.sub}>
          <IconTool size={14} aria-hidden /> {t('ledger.repaired')}
        </span>
      )}
      {line.because && <span className={classes.sub}>{say(line.because)}</span>}
    </>
  );
}
