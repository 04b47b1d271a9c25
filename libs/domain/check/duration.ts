import type { Language } from '../engine';

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

export const minDurationSeconds = 10;
export const maxDurationSeconds = 30 * 86_400;

/** Seconds of `30s`, `5m`, `2h` or `1d`; null when it is none of these, or not between 10 seconds and 30 days. */
export function readDuration(text: string): number | null {
  const match = /^([1-9]\d{0,6})([smhd])$/.exec(text);
  const seconds = Number(match?.[1]) * (unitSeconds[match?.[2] ?? ''] ?? Number.NaN);
  return seconds >= minDurationSeconds && seconds <= maxDurationSeconds ? seconds : null;
}

const unitsInChinese: Readonly<Record<string, string>> = { s: '秒', m: '分钟', h: '小时', d: '天' };

/** The shortest way to write so many seconds: as in a file (`90s`, `5m`, `1d`), or in Chinese (`90秒`, `5分钟`, `1天`). */
export function formatDuration(seconds: number, language: Language = 'en'): string {
  const units = Object.entries(unitSeconds).toReversed();
  const [unit, size] = units.find(([, size]) => seconds % size === 0) ?? ['s', 1];
  return `${seconds / size}${language === 'zh' ? (unitsInChinese[unit] ?? unit) : unit}`;
}
