/** `2026-11-23`, `2026/11/3`, `2026年11月3日` → ISO; undefined for a day that does not exist, or not in this century. */
export function readDay(text: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 2000 && year < 2100 ? date.toISOString().slice(0, 10) : undefined;
}

/** What to do about a text that is no day. */
export const dayAdvice = {
  zh: '请写成 2026-11-23 这样的日期。',
  en: 'write a day of this century like 2026-11-23.',
};
