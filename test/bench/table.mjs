/** Opened per second, over all rounds. */
export function rate(rounds) {
  const opened = rounds.reduce((sum, { latencies }) => sum + latencies.length, 0);
  return opened / rounds.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** @param rows name → rounds of `{ latencies (ms), errors, seconds }`; a line for each round and one for all */
export function table(rows) {
  const lines = Object.entries(rows).flatMap(([name, rounds]) => [
    ...rounds.map((round, index) => line(`${name} ${index + 1}`, [round])),
    line(name, rounds),
  ]);
  return [['', 'opens/s', 'p50 ms', 'p99 ms', 'errors'], ...lines].map(show).join('\n');
}

function line(name, rounds) {
  const latencies = rounds.flatMap((round) => round.latencies).sort((one, other) => one - other);
  const at = (share) => (latencies[Math.ceil(latencies.length * share) - 1] ?? NaN).toFixed(1);
  const errors = rounds.reduce((sum, round) => sum + round.errors, 0);
  return [name, rate(rounds).toFixed(0), at(0.5), at(0.99), String(errors)];
}

const show = ([name, ...figures]) => `${name.padEnd(16)}${figures.map((figure) => figure.padStart(9)).join('')}`;
