/** An ISO instant as `<input type="datetime-local">` wants it, in this device's time zone; empty when it is none. */
export function isoToLocal(iso: string): string {
  const time = new Date(iso);
  if (iso === '' || Number.isNaN(time.getTime())) return '';
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What the input holds as an ISO instant; empty when it holds nothing complete. */
export function localToIso(local: string): string {
  const time = new Date(local);
  return local === '' || Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
