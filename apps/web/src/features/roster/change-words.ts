import type { useDutyTexts } from '../../lib/i18n/duty';
import type { DutyChange } from '../../lib/types';

const known = [
  'added',
  'changed',
  'cancelled',
  'stand_in',
  'stand_in_ended',
  'away',
  'back',
  'swapped',
  'imported',
  'copied',
] as const;

/** A change of the roster in words: what was done, and to whom. */
export function changeWords(change: DutyChange, { d, t }: ReturnType<typeof useDutyTexts>, _timeZone: string): string {
  const kind = known.find((one) => change.kind === one || change.kind.endsWith(`.${one}`));
  const what = kind ? d(`changes.${kind}`) : d('changes.other', { kind: change.kind });
  const names = change.people.map(({ name }) => name).join(t('app.comma'));
  return [what, names].filter(Boolean).join(' · ');
}
