/** All of a stop, the database of standalone included, is over within 20 s; then the process ends as it is. */
const deadlineMs = 18_000;
/** Ctrl-C reaches a process once by the terminal and once through npm: only a later one means "now". */
const sameSignalMs = 2_000;

/**
 * On SIGINT or SIGTERM (and SIGHUP, when the terminal goes away) runs `stop` once and exits: 0, or 1 when `stop`
 * failed or took longer than the deadline. A second signal, after a moment, exits at once.
 */
export function stopOnSignals(stop: () => Promise<unknown>): void {
  let state: 'running' | 'stopping' | 'impatient' = 'running';
  const onSignal = () => {
    if (state === 'impatient') process.exit(1);
    if (state !== 'running') return;
    state = 'stopping';
    setTimeout(() => (state = 'impatient'), sameSignalMs).unref();
    setTimeout(() => {
      console.error('Zenmeban did not stop in time and ends now.');
      process.exit(1);
    }, deadlineMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
