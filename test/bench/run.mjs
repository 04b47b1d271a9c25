// `npm run bench -- <name>`: plain Node, because it installs and builds what is missing first.
import { problemWithNode } from '../../apps/standalone/setup/node-version.mjs';

const benches = {
  check: 'milliseconds to check and prove all playbooks, and to refuse each hostile file',
  escalate: 'seconds from due to mailed: calmly, 5,000 at once, with Redis gone; and the memory of what is armed',
  ledger: 'milliseconds to sum up and show the notices of a week, a month and a year, 112,000 in all',
  open: 'incidents opened per second through HTTP, and by the same statement on bare pg',
  search: 'milliseconds to find a playbook, against a filter by substrings, and the size of the index',
  start: 'seconds to the ready line of a first and a later start, and the memory at rest',
};

async function main([name]) {
  if (!Object.hasOwn(benches, name ?? '')) {
    if (name !== undefined) console.error(`There is no bench "${name}".`);
    console.log('npm run bench -- <name>, where <name> is one of:');
    for (const [each, what] of Object.entries(benches)) console.log(`  ${each.padEnd(8)} ${what}`);
    return name === undefined ? 0 : 2;
  }
  const problem = problemWithNode(process.version);
  if (problem !== '') throw new Error(problem);
  const { setUp } = await import('../../apps/standalone/setup/index.mjs');
  await setUp();
  const { bench } = await import(`./${name}.mjs`);
  const { closeAll } = await import('./closing.mjs');
  try {
    return await bench();
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
