/** A span as one would say it: 8 s, 2 min 5 s, 1 h 3 min. Its words and their counts. */
export type Duration =
  | { readonly key: 'seconds' | 'minutes' | 'hours'; readonly count: number }
  | { readonly key: 'minutesSeconds'; readonly minutes: number; readonly seconds: number }
  | { readonly key: 'hoursMinutes'; readonly hours: number; readonly minutes: number };

/** The two largest units of a number of seconds, which is rounded; below zero is zero. */
export function durationOf(exact: number): Duration {
  const total = Math.max(0, Math.round(exact));
  if (total < 60) return { key: 'seconds', count: total };
  if (total < 3_600) {
    const [minutes, seconds] = [Math.floor(total / 60), total % 60];
    return seconds === 0 ? { key: 'minutes', count: minutes } : { key: 'minutesSeconds', minutes, seconds };
  }
  const [hours, minutes] = [Math.floor(total / 3_600), Math.floor((total % 3_600) / 60)];
  return minutes === 0 ? { key: 'hours', count: hours } : { key: 'hoursMinutes', hours, minutes };
}
