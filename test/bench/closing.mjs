/** What a bench has opened, to be closed in the opposite order, also when it is interrupted. */
const opened = [];

/** @param close may return a promise */
export function closeLater(close) {
  opened.push(close);
}

let closing = null;

/** Interrupted, the bench fails while this is under way, and waits here for the same end. */
export function closeAll() {
  closing ??= closeEach();
  return closing;
}

async function closeEach() {
  for (const close of opened.splice(0).reverse()) await close();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // What breaks because its database is taken away is no news.
    process.on('uncaughtException', () => undefined);
    closeAll().finally(() => process.exit(130));
  });
}
