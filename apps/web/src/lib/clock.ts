/** How far the server's clock is ahead of this device's, in milliseconds. Phones are sometimes minutes off. */
let ahead = 0;

/** Learns from the `Date` header of an answer; differences of a second or two are the network's. */
export function learnServerTime(header: string | null): void {
  const server = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(server)) return;
  const difference = server - Date.now();
  ahead = Math.abs(difference) < 2_000 ? 0 : difference;
}

/** The time as the server sees it: the only place of the web app that reads the clock. */
export const now = (): Date => new Date(Date.now() + ahead);
