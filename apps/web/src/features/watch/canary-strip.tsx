import { useOperationTexts } from '../../lib/i18n/operations';
import type { Canary } from '../../lib/types';
import { useWhen } from '../../lib/use-when';
import { Card } from '../../ui/card';
import classes from './watch.module.css';

/** The last trial calls side by side, the latest at the right; each says in words what became of it. */
export function CanaryStrip({ canaries }: { canaries: readonly Canary[] }) {
  const { t } = useOperationTexts();
  const { at } = useWhen();
  const arrived = canaries.filter(({ arrivedAt }) => arrivedAt !== null).length;
  const words = ({ state, dueAt, seconds }: Canary) =>
    t(`watch.canary_${state}`, { due: at(dueAt), time: Math.round(seconds ?? 0) });
  return (
    <Card aria-label={t('watch.canaries')}>
      <h2>{t('watch.canaries')}</h2>
      <p className={classes.dim}>{t('watch.canariesText')}</p>
      {canaries.length === 0 ? (
        <p>{t('watch.canariesNone')}</p>
      ) : (
        <>
          <ol className={classes.strip}>
            {canaries.map((canary) => (
              <li key={canary.dueAt} data-state={canary.state} title={words(canary)}>
                <span className="visually-hidden">{words(canary)}</span>
              </li>
            ))}
          </ol>
          <p className={classes.dim}>{t('watch.canariesSummary', { count: canaries.length, arrived })}</p>
        </>
      )}
    </Card>
  );
}
