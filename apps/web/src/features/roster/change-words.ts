import type { useDutyTexts } from '../../lib/i18n/duty';
import type { DutyChange } from '../../lib/types';
import { changedDuties } from './changed-duties';
import { spanWords } from './day-words';

const known = [
  'shift.added',
  'shift.changed',
  'shift.cancelled',
  'shifts.cancelled',
  'week.copied',
  'week.uncopied',
  'override.added',
  'override.ended',
  'leave.added',
  'leave.ended',
  'swap.proposed',
  'swap.confirmed',
  'swap.declined',
  'swap.withdrawn',
  'roster.imported',
  'site.changed',
] as const;

/** A change of the roster in words: what was done, and to whom. */
export function changeWords({ kind, people }: DutyChange, { d, t }: ReturnType<typeof useDutyTexts>): string {
  const named = known.find((one) => one === kind);
  const what = named ? d(`changes.${keyOf(named)}`) : d('changes.other', { kind });
  return [what, people.map(({ name }) => name).join(t('app.comma'))].filter(Boolean).join(' · ');
}

/** More are counted. */
const mostNamed = 2;

/** The shifts or times a change was about, in the time of the site; empty where it was about none. */
export function changedWords(
  change: DutyChange,
  timeZone: string,
  { d, t, language }: ReturnType<typeof useDutyTexts>,
): string {
  const duties = changedDuties(change);
  if (duties.length > mostNamed) return d('changes.shifts', { count: duties.length });
  return duties
    .map((duty) => [spanWords(duty, timeZone, language), duty.post && t(`post.${duty.post}`)].filter(Boolean).join(' '))
    .join(joinedBy(change.kind, t('app.comma')));
}

const joinedBy = (kind: string, comma: string) =>
  kind === 'shift.changed' ? ' → ' : kind.startsWith('swap.') ? ' ⇄ ' : comma;

type Known = (typeof known)[number];
type KeyOf<K extends string> = K extends `${infer Of}.${infer What}` ? `${Of}_${What}` : never;

/** A key of the texts has no full stop. */
const keyOf = <K extends Known>(kind: K) => kind.replace('.', '_') as KeyOf<K>;
