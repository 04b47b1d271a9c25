/**
 * Started by npm, we live as long as npm does: when it is killed without being able to tell us, we stop as if it had,
 * rather than stay behind with the port and the data.
 */
export function watchParent() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 1_000);
  watch.unref();
}
