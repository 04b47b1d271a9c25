import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Watch } from '../../lib/types';
import { useWhen } from '../../lib/use-when';
import classes from './watch.module.css';

/** All clear, or each finding with what to do about it and since when. */
export function Verdict({ watch: { findings, lastRound, canaries } }: { watch: Watch }) {
  const { t, say } = useOperationTexts();
  const { ago, at } = useWhen();
  const arrived = canaries.findLast(({ arrivedAt }) => arrivedAt !== null)?.arrivedAt;
  const clear = findings.length === 0;
  return (
    <>
      <div className={classes.verdict} data-tone={clear ? 'good' : 'bad'} role="status">
        {clear ? <IconCircleCheck size={40} aria-hidden /> : <IconAlertTriangle size={40} aria-hidden />}
        <div>
          <h2>{clear ? t('watch.clear') : t('watch.findings', { count: findings.length })}</h2>
          {clear && <p>{arrived ? t('watch.clearText', { time: ago(arrived) }) : t('watch.clearNoCanary')}</p>}
          <p>{lastRound ? t('watch.lastAudit', { time: ago(lastRound.at) }) : t('watch.noAudit')}</p>
        </div>
      </div>
      {!clear && (
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
      )}
    </>
  );
}
