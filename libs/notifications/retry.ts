/** Nobody needs a mail that could not be sent for a day. */
export const giveUpAfterHours = 24;

const firstDelays = [15, 30, 60, 120];

/** Seconds from a failed attempt (counted from 1) to the next one: 15, 30, 60, 120, then every 5 minutes. */
export function retryDelaySeconds(attempt: number): number {
  return firstDelays[attempt - 1] ?? 300;
}
