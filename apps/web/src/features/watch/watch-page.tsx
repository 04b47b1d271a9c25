import { useQuery } from '@tanstack/react-query';
import { useOperationTexts } from '../../lib/i18n/operations';
import { watchQuery } from '../../lib/operation-queries';
import { LoadingPage } from '../../ui/loading-page';
import { ErrorNotice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { UnexpectedPage } from '../../ui/notice-pages';
import { CanaryStrip } from './canary-strip';
import { DeadMan } from './dead-man';
import { Loops } from './loops';
import { Queues } from './queues';
import { Verdict } from './verdict';
import classes from './watch.module.css';

/** Whether the machinery itself is well: what is wrong first, then everything that turns. */
export function WatchPage() {
  const { t } = useOperationTexts();
  const { data: watch, error } = useQuery(watchQuery);
  if (!watch) return error ? <UnexpectedPage error={error} /> : <LoadingPage />;
  return (
    <Page wide title={t('watch.title')} text={t('watch.updated')}>
      <ErrorNotice error={error} />
      <Verdict watch={watch} />
      <div className={classes.columns}>
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
