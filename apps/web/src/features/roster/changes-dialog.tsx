import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, body } from '../../lib/api';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Roster } from '../../lib/types';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/notice';
import { changedWords, changeWords } from './change-words';
import classes from './dialogs.module.css';

/** Who changed the roster of a site, and how; the newest first. */
export function ChangesDialog({ site, onClose }: { site: Roster['site']; onClose: () => void }) {
  const { language } = useTexts();
  const texts = useDutyTexts();
  const { d } = texts;
  const changes = useInfiniteQuery({
    queryKey: ['roster-changes', site.id],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/sites/{site}/roster/changes', {
          params: { path: { site: site.id }, query: pageParam === '' ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog opened onClose={onClose} title={d('changes.title')}>
      <section className={classes.list}>
        <ErrorNotice error={changes.error} />
        {changes.isSuccess && items.length === 0 && <p className={classes.text}>{d('changes.empty')}</p>}
        <ul>
          {items.map((change) => (
            <li key={change.id}>
              <span>
                <strong>{changeWords(change, texts)}</strong>
                {withBreak(changedWords(change, site.timeZone, texts))}
                <br />
                {d('changes.by', {
                  name: change.actor?.name ?? d('changes.system'),
                  time: clockTime(change.at, site.timeZone, language, now()),
                })}
              </span>
            </li>
          ))}
        </ul>
        {changes.hasNextPage && (
          <Button variant="default" loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            {d('changes.more')}
          </Button>
        )}
      </section>
    </Dialog>
  );
}

const withBreak = (words: string) =>
  words !== '' && (
    <>
      <br />
      {words}
    </>
  );
