import { IconAlertTriangle, IconCircleCheck, IconHourglass, IconPlugConnectedX } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { Watch } from '../../lib/types';
import { useWhen } from '../../lib/use-when';
import { Findings } from './findings';
import type { howCurrent } from './how-current';
import classes from './watch.module.css';

type Current = ReturnType<typeof howCurrent>;
type Props = { watch: Watch & { heardAt: string }; current: Current };

/** All clear, or each finding with what to do about it. While how it is now is not known, that comes first, never in green. */
export function Verdict({ watch: { findings, lastRound, canaries, heardAt }, current }: Props) {
  const { t } = useOperationTexts();
  const { ago, at } = useWhen();
  const arrived = canaries.findLast(({ arrivedAt }) => arrivedAt !== null)?.arrivedAt;
  const count = findings.length;
  const { tone, Icon } = looks(current, count);
  return (
    <>
      <div className={classes.verdict} data-tone={tone} role="status">
        <Icon size={40} aria-hidden />
        {current === 'now' ? (
          <div>
            <h2>{count === 0 ? t('watch.clear') : t('watch.findings', { count })}</h2>
            {count === 0 && <p>{arrived ? t('watch.clearText', { time: ago(arrived) }) : t('watch.clearNoCanary')}</p>}
            <p>{lastRound ? t('watch.lastAudit', { time: ago(lastRound.at) }) : t('watch.noAudit')}</p>
          </div>
        ) : (
          <div>
            <h2>{t(`watch.${current}`, { time: at(heardAt) })}</h2>
            <p>{t(`watch.${current}Text`, { time: at(heardAt) })}</p>
            <p>{count === 0 ? t('watch.foundNothing') : t('watch.found', { count })}</p>
          </div>
        )}
      </div>
      {count > 0 && <Findings findings={findings} />}
    </>
  );
}

function looks(current: Current, findings: number) {
  if (current === 'silent' || current === 'refused') return { tone: 'bad', Icon: IconPlugConnectedX };
  if (findings > 0) return { tone: 'bad', Icon: IconAlertTriangle };
  return current === 'old' ? { tone: 'old', Icon: IconHourglass } : { tone: 'good', Icon: IconCircleCheck };
}
