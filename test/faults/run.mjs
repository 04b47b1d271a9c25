// `npm run faults`: plain Node, because it installs and builds what is missing first.
import { problemWithNode } from '../../apps/standalone/setup/node-version.mjs';

async function main(args) {
  const problem = problemWithNode(process.version);
  if (problem !== '') throw new Error(problem);
  const { setUp } = await import('../../apps/standalone/setup/index.mjs');
  await setUp();
  const { readOptions, usage } = await import('./options.mjs');
  const { closeAll } = await import('../bench/closing.mjs');
  let options;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  try {
    if (options.mutants) {
      const { tryMutants } = await import('./mutants/try-mutants.mjs');
      return await tryMutants(options);
    }
    const { runSuite } = await import('./suite.mjs');
    const { summary } = await import('./summary.mjs');
    const started = performance.now();
    return summary(await runSuite(options), (performance.now() - started) / 1000);
  } finally {
    await closeAll();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.constructor.name === 'SetupProblem' ? error.message : error);
    process.exit(1);
  },
);
