import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../apps/standalone/postgres';
import { running } from './running';
import { startRedis } from './redis-server';

/**
 * One Postgres and one Redis for the whole run, started while the first specs run already. Never those of
 * DATABASE_URL and REDIS_URL, which are somebody's: only TEST_DATABASE_URL and TEST_REDIS_URL are used.
 */
export default function globalSetup(): void {
  const folder = mkdtempSync(join(tmpdir(), 'zenmeban-test-'));
  process.env['ZENMEBAN_TEST_FOLDER'] = folder;
  process.env['ZENMEBAN_TEST_RUN'] = randomBytes(4).toString('hex');
  const given = process.env['TEST_DATABASE_URL'];
  running.folder = folder;
  if (given === undefined || given === '') {
    running.postgres = startPostgres({ folder: join(folder, 'data'), kind: 'fast' });
    running.postgres.then(
      (server) => say(folder, 'postgres', { url: server.url('postgres') }),
      (error: unknown) => say(folder, 'postgres', { problem: String(error) }),
    );
  } else say(folder, 'postgres', { url: given });
  running.redis = startRedis(folder);
  running.redis.then(
    (server) => say(folder, 'redis', server.url === null ? { problem: server.problem } : { url: server.url }),
    (error: unknown) => say(folder, 'redis', { problem: String(error) }),
  );
}

/** Tells the workers of Jest, which are other processes. */
function say(folder: string, name: string, what: { url: string } | { problem: string }): void {
  try {
    writeFileSync(join(folder, `${name}.json.new`), JSON.stringify(what), { mode: 0o600 });
    renameSync(join(folder, `${name}.json.new`), join(folder, `${name}.json`));
  } catch {
    // The run is over and has taken its folder away.
  }
}
