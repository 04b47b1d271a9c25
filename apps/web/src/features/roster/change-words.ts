import type { useDutyTexts } from '../../lib/i18n/duty';
import type { DutyChange } from '../../lib/types';

const known = [
  'shift.added',
  'shift.changed',
  'shift.cancelled',
  'week.copied',
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

type Known = (typeof known)[number];
type KeyOf<K extends string> = K extends `${infer Of}.${infer What}` ? `${Of}_${What}` : never;

/** A key of the texts has no full stop. */
const keyOf = <K extends Known>(kind: K) => kind.replace('.', '_') as KeyOf<K>;
