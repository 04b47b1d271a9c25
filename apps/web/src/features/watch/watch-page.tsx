import { useQuery } from '@tanstack/react-query';
import { useOperationTexts } from '../../lib/i18n/operations';
import { watchQuery } from '../../lib/operation-queries';
import { useNow } from '../../lib/use-now';
import { LoadingPage } from '../../ui/loading-page';
import { Page } from '../../ui/page';
import { UnexpectedPage } from '../../ui/notice-pages';
import { CanaryStrip } from './canary-strip';
import { DeadMan } from './dead-man';
import { howCurrent } from './how-current';
import { Loops } from './loops';
import { Queues } from './queues';
import { Verdict } from './verdict';
import classes from './watch.module.css';

/** Whether the machinery itself is well: what is wrong first, then everything that turns. */
export function WatchPage() {
  const { t } = useOperationTexts();
  const { data: watch, error } = useQuery(watchQuery);
  const time = useNow();
  if (!watch) return error ? <UnexpectedPage error={error} /> : <LoadingPage />;
  const current = howCurrent(new Date(watch.heardAt), error, time);
  return (
    <Page wide title={t('watch.title')} text={t('watch.updated')}>
      <Verdict watch={watch} current={current} />
      <div className={classes.columns} data-past={current !== 'now'}>
        <section className={classes.section} aria-label={t('watch.loops')}>
          <h2>{t('watch.loops')}</h2>
          <p className={classes.dim}>{t('watch.loopsText')}</p>
          <Loops heartbeats={watch.heartbeats} />
        </section>
        <div className={classes.section}>
          <CanaryStrip canaries={watch.canaries} />
          <Queues queues={watch.queues} />
          <DeadMan deadMan={watch.deadMan} />
        </div>
      </div>
    </Page>
  );
}
