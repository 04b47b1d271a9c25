/** Tells the time. SQL has its own (`app.app_now()`); this one serves what happens outside the database. */
export interface Clock {
  now(): Date;
}

/** Nest token of the `Clock`. */
export const CLOCK = Symbol('CLOCK');

/** The clock of this machine: the only place where it is read. */
export const systemClock: Clock = { now: () => new Date() };
