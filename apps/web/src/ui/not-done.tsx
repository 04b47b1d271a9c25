import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePhones } from '../features/watch/use-phones';
import { useTexts } from '../lib/i18n';
import { isNotDone, NetworkProblem } from '../lib/problem';
import classes from './not-done.module.css';
import { ErrorNotice, Notice } from './notice';
import { PhoneLinks } from './phone-links';

type Props = {
  error: unknown;
  /** What it was: an incident to open, typing to save, or a call for help. */
  what: 'opening' | 'typing' | 'call';
  /** Where no button beside it does the same again. */
  onRetry?: () => void;
  /** What helps meanwhile. */
  children?: ReactNode;
};

/**
 * Why something urgent did not work. When the server could not do it at all, the person is told that it is not saved,
 * whom to phone instead, and to try again; otherwise they are told what the server said.
 */
export function NotDone({ error, ...rest }: Props) {
  return isNotDone(error) ? <PhoneInstead error={error} {...rest} /> : <ErrorNotice error={error} />;
}

function PhoneInstead({ error, what, onRetry, children }: Props) {
  const { t } = useTexts();
  const phones = usePhones();
  return (
    <Notice tone="error">
      <strong>{t(`notDone.${what}`)}</strong>
      <p className={classes.text}>
        {t(error instanceof NetworkProblem ? 'notDone.network' : 'notDone.server')}
        {t(what === 'typing' ? 'notDone.doTyping' : 'notDone.do')}
      </p>
      <div className={classes.actions}>
        <PhoneLinks phones={phones} className={classes.call} />
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        )}
        {children}
      </div>
    </Notice>
  );
}
