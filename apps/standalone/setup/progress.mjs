/** What set-up tells while it works: short lines, to stderr when the output belongs to a command. */
let stream = process.stdout;

export function tellOnStderr() {
  stream = process.stderr;
}

export function tell(line) {
  stream.write(`${line}\n`);
}

/** Runs `work`, saying what it is, that it still goes on (every 10 s), and how long it took. */
export async function step(name, work) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 100) / 10;
  tell(`${name} …`);
  const still = setInterval(() => tell(`  … still at it (${Math.round(seconds())} s)`), 10_000);
  try {
    const result = await work();
    tell(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(still);
  }
}
