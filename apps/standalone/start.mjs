// `npm start` and `npm run zenmeban -- …`: plain Node, so that it runs before anything is installed.
import { problemWithNode } from './setup/node-version.mjs';

async function start() {
  const problem = problemWithNode(process.version);
  if (problem !== '') throw new Error(problem);
  const { setUp } = await import('./setup/index.mjs');
  const { tellOnStderr } = await import('./setup/progress.mjs');
  const { project } = await import('./setup/project.mjs');
  const { watchParent } = await import('./setup/watch-parent.mjs');
  const isCommand = process.argv[2] === '--command';
  if (isCommand) tellOnStderr();
  await setUp();
  if (!isCommand) watchParent();
  process.setSourceMapsEnabled(true);
  const program = isCommand ? 'command.js' : 'main.js';
  const { pathToFileURL } = await import('node:url');
  await import(pathToFileURL(`${project}/dist/apps/standalone/${program}`).href);
}

start().catch((error) => {
  const isSentence = error.constructor.name === 'SetupProblem' || /^Zenmeban needs Node/.test(error.message);
  console.error(isSentence ? error.message : error);
  process.exit(1);
});
