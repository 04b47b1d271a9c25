import type { Localized } from '../engine';

export type UsualShift = {
  readonly kind: 'early' | 'late' | 'night';
  readonly title: Localized;
  /** `HH:MM`, local; `end` at or before `start` is on the next day. */
  readonly start: string;
  readonly end: string;
};

/** The shifts of the handbook: 08:00-17:00 and 09:30-17:30 for those on the floor, and the night. */
export const usualShifts: readonly UsualShift[] = [
  { kind: 'early', title: { zh: '早班', en: 'Early' }, start: '08:00', end: '17:00' },
  { kind: 'late', title: { zh: '晚班', en: 'Late' }, start: '09:30', end: '17:30' },
  { kind: 'night', title: { zh: '夜班', en: 'Night' }, start: '20:00', end: '08:00' },
];

/** The usual shift with these hours, or null. */
export function kindOfShift(start: string, end: string): UsualShift['kind'] | null {
  return usualShifts.find((usual) => usual.start === start && usual.end === end)?.kind ?? null;
}
