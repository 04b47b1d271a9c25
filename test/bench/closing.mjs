/** What a bench has opened, to be closed in the opposite order, also when it is interrupted. */
const opened = [];

/** @param close may return a promise */
export function closeLater(close) {
  opened.push(close);
}

export async function closeAll() {
  for (const close of opened.splice(0).reverse()) await close();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    closeAll().finally(() => process.exit(130));
  });
}
