import type { Post } from '../engine';
import { covers, type DutyRoster, onDutyAt, type Span } from './on-duty';

/** Nobody is on duty on a post. */
export type DutyGap = Span & { readonly post: Post };

/**
 * When nobody is on duty on posts that should not be empty, between two moments and while the site is open. In order of
 * the posts and of time; what touches is one gap.
 * @param open when it is open (`openSpans`)
 */
export function dutyGaps(roster: DutyRoster, posts: readonly Post[], window: Span, open: readonly Span[]): DutyGap[] {
  const edges = edgesWithin(window, [...open, ...roster.shifts, ...roster.standIns, ...roster.absences]);
  return posts.flatMap((post) => {
    const empty = edges
      .slice(0, -1)
      .map((startsAt, index) => ({ post, startsAt, endsAt: edges[index + 1] ?? window.endsAt }))
      .filter(({ startsAt }) => open.some((span) => covers(span, startsAt)))
      .filter(({ startsAt }) => onDutyAt(roster, post, startsAt).length === 0);
    return joined(empty);
  });
}

/** Every moment at which something may change, from the start of the window to its end. */
function edgesWithin({ startsAt, endsAt }: Span, spans: readonly Span[]): Date[] {
  const times = spans.flatMap((span) => [span.startsAt.getTime(), span.endsAt.getTime()]);
  const inside = times.filter((time) => time > startsAt.getTime() && time < endsAt.getTime());
  return [...new Set([startsAt.getTime(), ...inside, endsAt.getTime()])]
    .sort((a, b) => a - b)
    .map((time) => new Date(time));
}

function joined(gaps: readonly DutyGap[]): DutyGap[] {
  return gaps.reduce<DutyGap[]>((done, gap) => {
    const last = done.at(-1);
    return last?.endsAt.getTime() === gap.startsAt.getTime()
      ? [...done.slice(0, -1), { ...last, endsAt: gap.endsAt }]
      : [...done, gap];
  }, []);
}
