// `npm test`, and `npm test -- <leg> …` for some of it: plain Node, because it installs what is missing first.
import { problemWithNode } from '../apps/standalone/setup/node-version.mjs';

async function main() {
  const problem = problemWithNode(process.version);
  if (problem !== '') throw new Error(problem);
  const { setUp } = await import('../apps/standalone/setup/index.mjs');
  const { SetupProblem } = await import('../apps/standalone/setup/project.mjs');
  try {
    await setUp();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
    return;
  }
  const { runLegs } = await import('./legs/run-legs.mjs');
  process.exitCode = await runLegs(process.argv.slice(2));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
