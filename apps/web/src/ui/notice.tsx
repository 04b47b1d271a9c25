import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../lib/i18n';
import { ApiProblem, NetworkProblem } from '../lib/problem';
import classes from './ui.module.css';

/** A sentence that has to be seen, in its place on the page. */
export function Notice({ children, tone = 'info' }: { children: ReactNode; tone?: 'info' | 'error' | 'warning' }) {
  const Icon = tone === 'info' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'error' ? 'alert' : undefined}>
      <Icon size={22} aria-hidden className={classes.noticeIcon} />
      <div>{children}</div>
    </div>
  );
}

/** Why something did not work, in the server's own words where it gave any; nothing without an error. */
export function ErrorNotice({ error }: { error: unknown }) {
  const sentence = useErrorSentence(error);
  return sentence === null ? null : <Notice tone="error">{sentence}</Notice>;
}

function useErrorSentence(error: unknown): string | null {
  const { t } = useTexts();
  if (!error) return null;
  if (error instanceof NetworkProblem) return `${t('app.networkTitle')}${t('app.stop')}${t('app.networkText')}`;
  return error instanceof ApiProblem && error.detail !== '' ? error.detail : t('app.failed');
}
