import type { Transaction } from '@zenmeban/database';
import type { EscalationPolicy, Localized } from '@zenmeban/domain/engine';
import type { SwapView } from './swap-rows';

/** Tells the administrators and the managers of a site what is missing, in the transaction that notes it. */
export type DutyAlarm = (
  tx: Transaction,
  site: { id: string; code: string; name: Localized },
  lines: readonly Localized[],
) => Promise<void>;

/** Nest token of the `DutyAlarm`, provided where the rooms are put together. */
export const DUTY_ALARM = Symbol('DUTY_ALARM');

/** The policies in force: they say which posts are called. */
export type PoliciesInForce = () => Promise<Iterable<EscalationPolicy>>;

/** Nest token of the `PoliciesInForce`, provided where the rooms are put together. */
export const POLICIES_IN_FORCE = Symbol('POLICIES_IN_FORCE');

/** What became of an offer to swap; `lapsed`: withdrawn because the roster was changed meanwhile. */
export type SwapNews = 'proposed' | 'confirmed' | 'declined' | 'withdrawn' | 'lapsed';

/** Tells one of the two of a swap by mail, in the transaction in which it happens; the same news once. */
export type SwapMail = (
  tx: Transaction,
  told: { readonly swap: SwapView; readonly news: SwapNews; readonly to: 'proposer' | 'partner' },
) => Promise<void>;

/** Nest token of the `SwapMail`, provided where the rooms are put together. */
export const SWAP_MAIL = Symbol('SWAP_MAIL');
