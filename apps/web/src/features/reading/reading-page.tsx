import { getRouteApi, Link } from '@tanstack/react-router';
import { calendarDay } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { ApiProblem } from '../../lib/problem';
import { LoadingPage } from '../../ui/loading-page';
import { NotFoundPage, UnexpectedPage } from '../../ui/notice-pages';
import { Notice } from '../../ui/notice';
import { GuidanceCard } from './guidance-card';
import { Introduction } from './introduction';
import { MyDrills } from './my-drills';
import { ReadingBar } from './reading-bar';
import { ReadingHeader } from './reading-header';
import classes from './reading.module.css';
import { Sequence } from './sequence';
import { useReading } from './use-reading';
import { useVersions } from './use-versions';
import { Versions } from './versions';

const route = getRouteApi('/signed-in/playbooks/$playbookId');

/** A playbook to read, without opening anything: guidance as a card, an incident's playbook as the whole sequence. */
export function ReadingPage() {
  const { playbookId } = route.useParams();
  const { version } = route.useSearch();
  const { current, shown, error } = useReading(playbookId, version);
  if (!current || !shown) {
    if (!error) return <LoadingPage />;
    return error instanceof ApiProblem && error.status < 500 ? <NotFoundPage /> : <UnexpectedPage error={error} />;
  }
  const isOld = shown.version !== current.version;
  return (
    <div className={classes.page} data-bar={!isOld}>
      <ReadingHeader playbook={shown} isCurrent={!isOld} />
      {isOld && <OldVersion id={playbookId} version={shown.version} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          {shown.kind === 'incident' && <Introduction playbook={shown} />}
          {!isOld && <MyDrills playbookId={playbookId} />}
          {shown.kind === 'incident' ? (
            <Sequence steps={shown.steps} all={shown.steps} />
          ) : (
            <GuidanceCard playbook={shown} />
          )}
        </div>
        <aside className={classes.aside}>
          <Versions playbookId={playbookId} shown={shown.version} />
        </aside>
      </div>
      {!isOld && <ReadingBar playbook={shown} />}
    </div>
  );
}

/** Not what is followed today, and since when it was. */
function OldVersion({ id, version }: { id: string; version: number }) {
  const { t, language } = useTexts();
  const { data: versions = [] } = useVersions(id);
  const loadedAt = versions.find((one) => one.version === version)?.loadedAt;
  return (
    <Notice tone="warning">
      <strong>{t('reading.oldVersion', { version })}</strong>{' '}
      {loadedAt && t('reading.oldSince', { date: calendarDay(loadedAt, language) })}{' '}
      <Link className={classes.bandLink} to="/playbooks/$playbookId" params={{ playbookId: id }} search={{}}>
        {t('reading.toCurrent')}
      </Link>
    </Notice>
  );
}
