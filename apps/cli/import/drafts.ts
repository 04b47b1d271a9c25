import type { Language, Role } from '@zenmeban/domain/engine';
import type { ShiftDraft } from '@zenmeban/roster';
import type { Position } from './table';

/** What the rows say, checked one by one; whether what they refer to exists is the plan's business. */
export type SiteDraft = { position: Position; code: string; zh: string; en: string; timeZone: string };
export type PlaceDraft = { position: Position; site: string; code: string; zh: string; en: string };
export type GrantDraft = { role: Role; /** null = everywhere */ site: string | null };
export type PersonDraft = {
  position: Position;
  name: string;
  email: string;
  language: Language;
  grants: readonly GrantDraft[];
};
export type Drafts = { sites: SiteDraft[]; places: PlaceDraft[]; people: PersonDraft[]; shifts: ShiftDraft[] };

/** `same`: it is there already, nothing to do. */
export type Action = 'create' | 'change' | 'same';

/** Site codes and addresses of rows that are wrong themselves: who refers to them is not to blame. */
export type Mentioned = ReadonlySet<string>;
