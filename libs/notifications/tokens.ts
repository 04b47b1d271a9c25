import type { Transaction } from '@zenmeban/database';
import type { Severity } from '@zenmeban/domain/engine';
import type { StoredVariables } from './mail-variables';

/** A notice that was written, or is held back for some seconds; `level` of a call. */
export type WrittenNotice = {
  readonly id: string;
  readonly severity: Severity;
  readonly level: number | null;
  readonly afterSeconds?: number;
};

/** Hears of notices that were written, after their commit; an early wake-up, losing it loses nothing. */
export type NotificationNudge = (notices: readonly WrittenNotice[]) => void;

/** Nest token of the `NotificationNudge`, provided where the rooms are put together. */
export const NOTIFICATION_NUDGE = Symbol('NOTIFICATION_NUDGE');

/** A call of this chain will never arrive: whoever comes next must be called now, in the transaction that says so. */
export type Undeliverable = (
  tx: Transaction,
  call: Pick<StoredVariables['escalation'], 'level' | 'reason'> & { incidentId: string; escalationId: string },
) => Promise<void>;

/** Nest token of the `Undeliverable`, provided where the rooms are put together. The incident's row is locked. */
export const UNDELIVERABLE = Symbol('UNDELIVERABLE');
