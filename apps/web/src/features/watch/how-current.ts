import { isNotDone } from '../../lib/problem';

/** Three questions may have been missed before an answer counts as old. */
const patienceSeconds = 30;

/**
 * How far what was heard of the machinery may be believed at `time`: `now` when it is how things are, `old` when it is
 * being asked again (after a sleep of the device), `silent` when the server does not answer, `refused` when it answers
 * with a no.
 * @param error why the latest question failed; null when it did not
 */
export function howCurrent(heardAt: Date, error: unknown, time: Date): 'now' | 'old' | 'silent' | 'refused' {
  if (error) return isNotDone(error) ? 'silent' : 'refused';
  return time.getTime() - heardAt.getTime() > patienceSeconds * 1_000 ? 'old' : 'now';
}
