import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
import { browserLeg } from './browser-leg.mjs';
import { faultsLeg } from './faults-leg.mjs';
import { jestLeg } from './jest-leg.mjs';
import { nodeProgram, runProgram } from './run-program.mjs';

/** A leg of one or more programs that only say yes or no; each counts as one test. */
function checks(...commands) {
  return async () => {
    const results = [];
    for (const command of commands) results.push(await runProgram(command));
    const failed = results.filter(({ ok }) => !ok);
    return {
      passed: results.length - failed.length,
      failed: failed.length,
      output: failed.map(({ output }) => output).join('\n'),
    };
  };
}

const webTypes = 'apps/web/tsconfig.json';
const typeProjects = ['tsconfig.json', ...(existsSync(join(project, webTypes)) ? [webTypes] : [])];

/** What `npm test` runs, in this order: what is quick to fail comes first. */
export const legs = [
  {
    name: 'format',
    what: 'every file is formatted',
    run: checks(nodeProgram('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn')),
  },
  {
    name: 'rules',
    what: 'who imports whom',
    run: checks(
      nodeProgram('dependency-cruiser/bin/dependency-cruise.mjs', '--config', 'test/import-rules.cjs', 'apps', 'libs'),
    ),
  },
  {
    name: 'types',
    what: 'server, tests and web app',
    run: checks(...typeProjects.map((file) => nodeProgram('typescript/bin/tsc', '--noEmit', '-p', file))),
  },
  {
    name: 'lint',
    what: 'with type information',
    run: checks(nodeProgram('eslint/bin/eslint.js', '.', '--max-warnings', '0')),
  },
  {
    name: 'contract',
    what: 'the OpenAPI document and the client of the web app are fresh',
    run: checks([process.execPath, 'test/openapi-fresh.mjs']),
  },
  { name: 'jest', what: 'specs and stories, on real Postgres and Redis', run: jestLeg },
  { name: 'faults', what: 'the six most telling faults, on the built product', run: faultsLeg },
  { name: 'size', what: 'what a phone loads', run: checks([process.execPath, 'test/bundle-size.mjs']) },
  { name: 'browser', what: 'the main job in Chromium', run: browserLeg },
];
