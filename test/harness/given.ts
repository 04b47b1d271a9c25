import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The URL of a server of this run, once it is there.
 * @returns what keeps it from being there, otherwise
 */
export async function given(server: 'postgres' | 'redis'): Promise<{ url: string } | { problem: string }> {
  const folder = process.env['ZENMEBAN_TEST_FOLDER'];
  if (folder === undefined) throw new Error('Run the tests with -c test/jest.config.mjs, which starts the servers.');
  const file = join(folder, `${server}.json`);
  for (let waitedMs = 0; waitedMs < 90_000; waitedMs += 50) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as { url: string } | { problem: string };
    await wait(50);
  }
  return { problem: `${server} did not start within 90 s` };
}
