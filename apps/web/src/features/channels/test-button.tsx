import { Button, Loader } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '../../lib/clock';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { TestOutcome } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { ErrorNotice } from '../../ui/notice';
import classes from './channels.module.css';
import { TestResult } from './test-result';

type Props = {
  /** What the button says. */
  text: string;
  /** What is tested, for those who do not see where the button stands. */
  label: string;
  test: UseMutationResult<TestOutcome, Error, void>;
};

/** Sends a test and says in words what became of it, with the seconds while one waits. */
export function TestButton({ text, label, test }: Props) {
  return (
    <Button
      variant="light"
      leftSection={<IconSend size={18} />}
      aria-label={label}
      disabled={test.isPending}
      onClick={() => test.mutate()}
    >
      {text}
    </Button>
  );
}

/** How the test goes: waiting, accepted, refused, or not even asked. */
export function TestState({ test }: Pick<Props, 'test'>) {
  return (
    <div role="status">
      {test.isPending && <Waiting />}
      {test.data && !test.isPending && <TestResult outcome={test.data} />}
      <ErrorNotice error={test.error} />
    </div>
  );
}

/** Mounted when the test is sent, so it counts from then. */
function Waiting() {
  const { t } = useOperationTexts();
  const [since] = useState(now);
  const time = useNow();
  const seconds = Math.max(0, Math.round((time.getTime() - since.getTime()) / 1_000));
  return (
    <p className={classes.state}>
      <Loader size={18} />
      {t('channels.testing', { seconds })}
    </p>
  );
}
