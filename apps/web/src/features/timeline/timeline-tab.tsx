import { Skeleton } from '@mantine/core';
import type { Post, Answer } from '@zenmeban/domain/engine';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { timelineQuery } from '../../lib/queries';
import type { Incident, Playbook, TimelineEntry } from '../../lib/types';
import { ErrorNotice } from '../../ui/notice';
import { Answers } from './answers';
import { DeliveryList } from './delivery-list';
import { EntryIcon } from './entry-icon';
import { sentenceOf, type Speaker, wordsOf } from './sentence';
import classes from './timeline.module.css';

const IncidentLedger = lazy(() =>
  import('../ledger/promises-of').then(({ IncidentLedger: component }) => ({ default: component })),
);

/** Everything that happened, the latest first, in plain words and in the site's time. */
export function TimelineTab({ incident, playbook }: { incident: Incident; playbook: Playbook }) {
  const { t } = useTexts();
  const { data: entries, isPending, error } = useQuery({ ...timelineQuery(incident.id), refetchInterval: 5_000 });
  const speaker = useSpeaker(incident, playbook, entries ?? []);
  return (
    <section className={classes.timeline}>
      <p className={classes.zone}>{t('timeline.zone', { zone: incident.site.timeZone })}</p>
      <ErrorNotice error={error} />
      {isPending && !error && [1, 2, 3].map((n) => <Skeleton key={n} height={56} radius={12} />)}
      {entries?.length === 0 && <p>{t('timeline.empty')}</p>}
      <ol>
        {withoutEchoes(entries ?? [])
          .toReversed()
          .map((entry) => (
            <li key={entry.id}>
              <EntryIcon kind={entry.kind} />
              <div className={classes.entry}>
                <p>
                  {actorOf(entry) && <strong>{actorOf(entry)} </strong>}
                  {sentenceOf(entry, speaker)}
                </p>
                {typeof entry.data['doneAt'] === 'string' && (
                  <p className={classes.zone}>{t('timeline.doneAt', { time: speaker.time(entry.data['doneAt']) })}</p>
                )}
                {wordsOf(entry) && <blockquote>{wordsOf(entry)}</blockquote>}
                {entry.kind === 'step.done' && (
                  <Answers answers={answersOf(entry)} playbook={playbook} time={speaker.time} />
                )}
                {entry.kind === 'escalation.called' && <DeliveryList entry={entry} incident={incident} />}
              </div>
              <time dateTime={entry.at}>{speaker.time(entry.at)}</time>
            </li>
          ))}
      </ol>
      {!incident.drill && (
        <Suspense fallback={null}>
          <IncidentLedger incident={incident} />
        </Suspense>
      )}
    </section>
  );
}

/** Who did it; a chain that began by itself names nobody, although somebody's step set it off. */
const actorOf = ({ kind, actor, data }: TimelineEntry): string | undefined =>
  kind === 'escalation.started' && data['cause'] !== 'called' ? undefined : actor?.name;

/** Without "is next" where "goes to …" says the same of the same step. */
function withoutEchoes(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const assigned = new Set(
    entries.flatMap(({ kind, at, data }) => (kind === 'step.assigned' ? [`${at} ${String(data['stepId'])}`] : [])),
  );
  return entries.filter(
    ({ kind, at, data }) => kind !== 'step.ready' || !assigned.has(`${at} ${String(data['stepId'])}`),
  );
}

const answersOf = ({ data }: TimelineEntry) => (data['answers'] ?? {}) as Readonly<Record<string, Answer>>;

function useSpeaker(incident: Incident, playbook: Playbook, entries: readonly TimelineEntry[]): Speaker {
  const { t, say, language } = useTexts();
  const people = new Map(entries.flatMap((entry) => entry.people.map(({ id, name }) => [id, name] as const)));
  const steps = new Map(playbook.steps.map(({ id, title }) => [id, say(title)]));
  return {
    t,
    step: (id = '') => steps.get(id) ?? id,
    person: (id) => people.get(id) ?? '?',
    time: (iso) => clockTime(iso, incident.site.timeZone, language, now()),
    post: (post) => t(`post.${post as Post}`),
    role: (role) => t(`role.${role}`),
    playbook: say(incident.playbook.title),
  };
}
