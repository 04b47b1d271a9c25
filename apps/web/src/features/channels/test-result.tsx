import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { TestOutcome } from '../../lib/types';
import classes from './channels.module.css';

/** What became of a test: the server's own sentence, and how long it took. */
export function TestResult({ outcome: { outcome, sentence, milliseconds } }: { outcome: TestOutcome }) {
  const { t } = useOperationTexts();
  const accepted = outcome === 'accepted';
  const Icon = accepted ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className={classes.state} data-tone={accepted ? 'good' : 'bad'}>
      <Icon size={18} aria-hidden />
      <span>
        {sentence}
        {accepted && t('channels.testSeconds', { time: (milliseconds / 1_000).toFixed(1) })}
      </span>
    </p>
  );
}
