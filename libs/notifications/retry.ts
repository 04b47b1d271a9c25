/** Nobody needs a mail that could not be sent for a day. */
export const giveUpAfterHours = 24;

const firstDelays = [15, 30];

/** Up to this attempt the retries of the first hour are counted: 15 + 30 + 79 · 45 s. */
const attemptsOfFirstHour = 81;

/**
 * Seconds from a failed attempt (counted from 1) to the next one: 15, 30, then every 45; after an hour every 105. With
 * the 10 s in which the send loop finds what is due, a mail is accepted within 60 s of the server's return, and within
 * 120 s of it after more than an hour (reliability §3, 13 and 17).
 */
export function retryDelaySeconds(attempt: number): number {
  return firstDelays[attempt - 1] ?? (attempt <= attemptsOfFirstHour ? 45 : 105);
}
