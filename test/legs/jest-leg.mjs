import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
import { getRedis } from './get-redis.mjs';
import { nodeProgram, runProgram } from './run-program.mjs';

const report = join(project, '.cache', 'jest.json');

/** Every spec and story. Those that need Redis are skipped where none can be had. */
export async function jestLeg() {
  const given = process.env.TEST_REDIS_URL;
  const redis = given ? null : await getRedis();
  mkdirSync(join(project, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const { ok } = await runProgram(
    nodeProgram(
      'jest/bin/jest.js',
      '-c',
      'test/jest.config.mjs',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      '--reporters=default',
    ),
    {
      show: true,
      env: {
        NODE_OPTIONS:
          `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
        ...(redis !== null && { ZENMEBAN_REDIS_SERVER: redis }),
      },
    },
  );
  const skipped =
    redis === null && !given
      ? [{ what: 'everything that runs on Redis', enable: 'apt-get install redis-server (or set TEST_REDIS_URL)' }]
      : [];
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  // Jest may fail without a failed test, for example when the servers of the run cannot be ended.
  return { passed: result.numPassedTests, failed: failed === 0 && !ok ? 1 : failed, skipped };
}
