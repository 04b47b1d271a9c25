import { type Post, posts } from '@zenmeban/domain/engine';
import type { DutyChange } from '../../lib/types';

/** A shift, or time away or standing in, as the log kept it; leave has no post. */
export type LoggedDuty = { readonly post: Post | null; readonly startsAt: string; readonly endsAt: string };

/** What a change was about: as it was and as it is where it was changed, else what was added, ended or swapped. */
export function changedDuties({ data }: Pick<DutyChange, 'data'>): LoggedDuty[] {
  const several = Array.isArray(data.shifts) ? data.shifts : [data, data.before, data.after];
  return several.flatMap((one: unknown) => dutyOf(one) ?? []);
}

function dutyOf(logged: unknown): LoggedDuty | null {
  if (typeof logged !== 'object' || logged === null) return null;
  const { post, startsAt, endsAt } = logged as Record<string, unknown>;
  if (typeof startsAt !== 'string' || typeof endsAt !== 'string') return null;
  return { post: posts.find((one) => one === post) ?? null, startsAt, endsAt };
}
