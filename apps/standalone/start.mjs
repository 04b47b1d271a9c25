// `npm start`, `npm run zenmeban -- …` and `npm run playbooks -- …`: plain Node, so that it runs before anything is installed.
import { problemWithNode } from './setup/node-version.mjs';

/** What runs instead of the whole product. */
const programs = { '--command': 'standalone/command.js', '--playbooks': 'cli/authoring/main.js' };

async function start() {
  const problem = problemWithNode(process.version);
  if (problem !== '') throw new Error(problem);
  const { setUp } = await import('./setup/index.mjs');
  const { tellOnStderr } = await import('./setup/progress.mjs');
  const { project } = await import('./setup/project.mjs');
  const { watchParent } = await import('./setup/watch-parent.mjs');
  const program = programs[process.argv[2] ?? ''];
  if (program) tellOnStderr();
  await setUp();
  if (!program) watchParent();
  process.setSourceMapsEnabled(true);
  const { pathToFileURL } = await import('node:url');
  // A program of commands reads its words as if it had been started by itself.
  if (program === programs['--playbooks']) process.argv.splice(2, 1);
  await import(pathToFileURL(`${project}/dist/apps/${program ?? 'standalone/main.js'}`).href);
}

start().catch((error) => {
  const isSentence = error.constructor.name === 'SetupProblem' || /^Zenmeban needs Node/.test(error.message);
  console.error(isSentence ? error.message : error);
  process.exit(1);
});
