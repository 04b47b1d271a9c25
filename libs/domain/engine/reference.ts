/**
 * The name people call an incident by, e.g. `BJ1-20261123-004`.
 * `localDate` is the site's day as `YYYY-MM-DD`, `n` counts from 1 per site and day.
 * @throws RangeError when either is malformed.
 */
export function formatReference(siteCode: string, localDate: string, n: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(localDate)) throw new RangeError(`Not a date of the form YYYY-MM-DD: ${localDate}`);
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`Not a number from 1 on: ${n}`);
  return `${siteCode}-${localDate.replaceAll('-', '')}-${String(n).padStart(3, '0')}`;
}
