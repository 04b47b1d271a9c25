import { IconAlertTriangle } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Watch } from '../../lib/types';
import { useWhen } from '../../lib/use-when';
import classes from './watch.module.css';

/** Each finding with what to do about it and since when. */
export function Findings({ findings }: Pick<Watch, 'findings'>) {
  const { t, say } = useOperationTexts();
  const { at } = useWhen();
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.subject}`} className={classes.finding}>
          <IconAlertTriangle size={22} aria-hidden />
          <div>
            <p>
              <strong>{say(finding.sentence)}</strong>
            </p>
            <p>{say(finding.advice)}</p>
            <p className={classes.dim}>
              {t('watch.since', { time: at(finding.since) })} ·{' '}
              {[finding.code, finding.subject].filter(Boolean).join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
