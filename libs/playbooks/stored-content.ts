import type { Playbook, Register, Situation } from '@zenmeban/domain/engine';

/** A version as it may have been stored by an earlier release, which knew no situations and registers by name only. */
export type StoredContent = Omit<Playbook, 'situation' | 'register'> & {
  readonly situation?: Situation;
  readonly register?: Register | string;
};

/** The same in today's form: an incident that began long ago is still shown and worked through. */
export function asOfToday(stored: StoredContent): Playbook {
  const { situation = unknownSituation, register, ...rest } = stored;
  if (register === undefined) return { ...rest, situation };
  return {
    ...rest,
    situation,
    register: typeof register === 'string' ? { id: register, title: { zh: register, en: register } } : register,
  };
}

const unknownSituation: Situation = { id: 'other', icon: 'help', title: { zh: '其他', en: 'Other' }, position: 99 };
