import type { Transaction } from '@zenmeban/database';
import type { EscalationPolicy, Localized } from '@zenmeban/domain/engine';

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
