import { legs } from './legs.mjs';
import { prepareMachine } from './prepare-machine.mjs';

/**
 * Runs the legs that are named, or all, one after the other, and sums up.
 * @returns the exit code: 0 only when nothing failed
 */
export async function runLegs(names) {
  const unknown = names.filter((name) => !legs.some((leg) => leg.name === name));
  if (unknown.length > 0) {
    console.error(`There is no leg "${unknown.join('", "')}". The legs: ${legs.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  await prepareMachine();
  const chosen = legs.filter(({ name }) => names.length === 0 || names.includes(name));
  const results = [];
  for (const leg of chosen) results.push(await runLeg(leg));
  return report(results);
}

async function runLeg({ name, what, run }) {
  console.log(`\n▶ ${name}: ${what}`);
  const started = performance.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, output: String(error.stack ?? error) };
  }
  const { passed, failed, skipped = [], output = '' } = result;
  if (failed > 0 && output !== '') console.log(output.trimEnd());
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = failed > 0 ? '✗' : passed === 0 && skipped.length > 0 ? '○' : '✓';
  console.log(`${mark} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
  return { name, passed, failed, skipped, seconds, mark };
}

function report(results) {
  console.log('\nSummary');
  for (const { mark, name, passed, failed, seconds } of results)
    console.log(
      `  ${mark} ${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.padStart(7)} s`,
    );
  for (const { name, skipped } of results)
    for (const { what, enable } of skipped) console.log(`  ○ skipped: ${name}, ${what}. To enable it: ${enable}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}
