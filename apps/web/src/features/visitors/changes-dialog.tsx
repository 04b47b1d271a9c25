import { Button } from '@mantine/core';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import type { Visitors } from '../../lib/types';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/notice';
import { fullDayWords } from './month';
import { useVisitorChanges } from './use-visitors';
import classes from './visitors.module.css';

/** Who changed which figure, from what to what; the newest first. */
export function ChangesDialog({
  site,
  onClose,
}: {
  site: Pick<Visitors['site'], 'id' | 'timeZone'>;
  onClose: () => void;
}) {
  const { v, language } = useVisitorTexts();
  const changes = useVisitorChanges(site.id);
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  const figure = (visitors: number | null) => (visitors === null ? v('changes.unknown') : String(visitors));
  return (
    <Dialog opened onClose={onClose} title={v('changes.title')}>
      <div className={classes.changes}>
        <p className={classes.hint}>{v('changes.text')}</p>
        <ErrorNotice error={changes.error} />
        {changes.isSuccess && items.length === 0 && <p>{v('changes.none')}</p>}
        <ul>
          {items.map(({ id, day, before, after, actor, at }) => (
            <li key={id}>
              <strong>{fullDayWords(day, language)}</strong>
              <span>{v('changes.line', { before: figure(before), after: figure(after) })}</span>
              <span className={classes.hint}>
                {`${actor?.name ?? v('changes.byCounter')} · ${clockTime(at, site.timeZone, language, now())}`}
              </span>
            </li>
          ))}
        </ul>
        {changes.hasNextPage && (
          <Button variant="default" loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            {v('changes.more')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
