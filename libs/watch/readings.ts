/** How one loop is doing over all processes: seconds since the freshest of its rounds that ended well. */
export type LoopReading = {
  readonly loop: string;
  readonly everyMs: number;
  readonly quietSeconds: number;
  readonly lastError: string | null;
};

/** What decides whether calls can be relied on at this moment. Ages are in seconds by the database's clock. */
export type VitalReadings = {
  /** How late the oldest armed timer is; 0 when none is. */
  readonly overdueTimerSeconds: number;
  readonly loops: readonly LoopReading[];
  /**
   * Since the last canary arrived, or since the oldest process that lives began when that was later; null when neither
   * is known.
   */
  readonly canarySeconds: number | null;
};

/** What is looked at each minute besides. */
export type Readings = VitalReadings & {
  /** Timers whose handler has thrown. */
  readonly failingTimers: number;
  /** How long the oldest notice that may be sent waits for an attempt. */
  readonly overdueNoticeSeconds: number;
  /** Notices the mail server has kept waiting, and for how long the oldest. */
  readonly waitingMails: number;
  readonly waitingMailSeconds: number;
  readonly callsWithoutNotice: number;
  readonly chainsWithoutTimer: number;
  /** Calls that could not be delivered for good, while the next level was not called either. */
  readonly callsWithoutSuccessor: number;
  readonly sentAfterAcknowledgement: number;
  /** How many of the last canaries, newest first, the queue did not wake anybody for. */
  readonly canariesSwept: number;
  /** What the last nightly check of the figures found to differ from the record; null when nothing. */
  readonly differingFacts: { readonly count: number; readonly examples: readonly string[] } | null;
  /** The process's clock less the database's. */
  readonly clockApartSeconds: number;
  /** What is wrong with the queue's store, in its own words; null when nothing is. */
  readonly queueProblem: string | null;
  /** Tables whose record could be altered. */
  readonly unprotectedTables: readonly string[];
};
