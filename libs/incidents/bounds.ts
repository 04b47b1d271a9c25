import { DomainError } from '@zenmeban/domain/engine';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A phone's clock may be a little ahead; a report may come after days without signal, not after months. */
export const latestMs = 10 * minute;
export const earliestMs = 90 * day;

/** Throws `validation.failed` at `path` when an instant a client sent is in the future or too long ago. */
export function assertRecent(path: string, at: Date, now: Date): void {
  const ahead = at.getTime() - now.getTime();
  if (ahead <= latestMs && ahead >= -earliestMs) return;
  const message = {
    zh: '时间必须在最近 90 天之内，且不能在将来。',
    en: 'The time must lie within the last 90 days and not in the future.',
  };
  throw new DomainError('invalid', 'validation.failed', message, [{ path, code: 'out_of_range', message }]);
}

/** The instant a uuidv7 was made. */
export const instantOf = (uuidv7: string) => new Date(Number.parseInt(uuidv7.replaceAll('-', '').slice(0, 12), 16));
