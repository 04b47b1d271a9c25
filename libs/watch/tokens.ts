import type { Transaction } from '@zenmeban/database';
import type { Finding } from './findings';

/** Tells the administrators what was found, in the transaction that notes it. */
export type WatchAlarm = (tx: Transaction, findings: readonly Finding[]) => Promise<void>;

/** Nest token of the `WatchAlarm`, provided where the rooms are put together. */
export const WATCH_ALARM = Symbol('WATCH_ALARM');
