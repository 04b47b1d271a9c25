import { useTexts } from '../../lib/i18n';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { LedgerSummary } from '../../lib/types';
import classes from './ledger.module.css';
import { useDuration } from './use-duration';

/** The whole ledger in a sentence: promised so many, so many on time, and if not all, why. */
export function SummarySentence({ summary }: { summary: LedgerSummary }) {
  const { t: common, say } = useTexts();
  const { t } = useOperationTexts();
  const duration = useDuration();
  const { planned, onTime, late, failed, withdrawn, nobody, waiting, repaired, acknowledged, channels } = summary;
  if (planned + channels.planned === 0)
    return (
      <div className={classes.sentence} data-tone="calm">
        <p>{t('ledger.sentence_none')}</p>
      </div>
    );
  const parts = [
    t('ledger.promisedCount', { count: planned }),
    t('ledger.onTime', { count: onTime }),
    late > 0 && t('ledger.lateBy', { count: late, time: duration(summary.worstLateSeconds) }),
    late > 0 && summary.because && t('ledger.because', { reason: say(summary.because) }),
    failed > 0 && t('ledger.failed', { count: failed }),
    nobody > 0 && t('ledger.nobodyCount', { count: nobody }),
    waiting > 0 && t('ledger.waitingCount', { count: waiting }),
    withdrawn > 0 && t('ledger.withdrawn', { count: withdrawn }),
    repaired > 0 && t('ledger.repairedCount', { count: repaired }),
  ].filter(Boolean);
  return (
    <div className={classes.sentence} data-tone={late + failed + nobody > 0 ? 'bad' : 'good'}>
      <p>
        {parts.join(common('app.clause'))}
        {common('app.stop')}
      </p>
      <p>
        {acknowledged > 0 && summary.medianSecondsToAcknowledge !== null
          ? t('ledger.acknowledged', { count: acknowledged, time: duration(summary.medianSecondsToAcknowledge) })
          : t('ledger.acknowledgedNone')}
        {common('app.stop')}
      </p>
      {channels.planned > 0 && <ChannelSentence counts={channels} />}
    </div>
  );
}

/** What robots of groups and other systems were told: not to anybody in person, so a line of its own. */
function ChannelSentence({ counts }: { counts: LedgerSummary['channels'] }) {
  const { t: common } = useTexts();
  const { t } = useOperationTexts();
  const { planned, late, failed } = counts;
  const parts = [
    t('ledger.channelsCount', { count: planned }),
    late > 0 && t('ledger.channelsLate', { count: late }),
    failed > 0 && t('ledger.failed', { count: failed }),
  ].filter(Boolean);
  return (
    <p>
      {parts.join(common('app.clause'))}
      {common('app.stop')}
    </p>
  );
}
