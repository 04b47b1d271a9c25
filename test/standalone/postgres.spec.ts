import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { backUp } from '../../apps/standalone/backup';
import { type EmbeddedPostgres, startPostgres } from '../../apps/standalone/postgres';

jest.setTimeout(60_000);
const isRoot = process.getuid?.() === 0;

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded Postgres', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zenmeban postgres '));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes to the disk before it says so, and lets nobody in without the password', async () => {
    const server = await startPostgres({ folder, kind: 'durable' });
    try {
      expect(
        await query(server, `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync`),
      ).toEqual([{ fsync: 'on', sync: 'on' }]);
      const stranger = new pg.Client({
        connectionString: `postgres://zenmeban:guess@127.0.0.1:${server.port}/postgres`,
      });
      await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
      await query(server, `CREATE TABLE kept AS SELECT '滑倒' AS word`);
    } finally {
      await server.stop();
    }
  });

  it('comes back from a backup with what it knew, and five backups are kept', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n));
    let place = '';
    for (let n = 1; n <= 6; n++) place = await backUp(folder, join(folder, 'postgres'), day(n));
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(5);
    expect(existsSync(join(folder, 'backups', '2026-01-01T00-00-00-000Z'))).toBe(false);
    const restored = join(folder, 'restored');
    cpSync(place, restored, { recursive: true });
    const server = await startPostgres({ folder: restored, kind: 'fast' });
    try {
      expect(await query(server, 'SELECT word FROM kept')).toEqual([{ word: '滑倒' }]);
    } finally {
      await server.stop();
    }
  });

  it('starts beside a note of a server that was killed, whose number is another process now', async () => {
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${join(folder, 'postgres')}\n`);
    const server = await startPostgres({ folder, kind: 'fast' });
    expect(await query(server, 'SELECT word FROM kept')).toEqual([{ word: '滑倒' }]);
    await server.stop();
  });

  it('ends a server that a killed copy left behind, and goes on', async () => {
    const left = await startPostgres({ folder, kind: 'fast' });
    await query(left, `CREATE TABLE written AS SELECT 1 AS one`);
    const server = await startPostgres({ folder, kind: 'fast' });
    await left.ended;
    expect(await query(server, 'SELECT one FROM written')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  // Root alone has powers to give up.
  (isRoot && process.platform === 'linux' ? it : it.skip)(
    'runs for root as nobody where there are no user namespaces, also below a folder that nobody may enter',
    async () => {
      const closed = mkdtempSync(join(tmpdir(), 'zenmeban closed '));
      const inside = join(closed, 'data');
      let home = '';
      try {
        const server = await startPostgres({ folder: inside, kind: 'fast', isolation: 'user' });
        home = join(server.data, '..');
        const owner = execFileSync('stat', ['-c', '%U', server.data]).toString().trim();
        await query(server, 'CREATE TABLE there AS SELECT 1 AS one');
        await server.stop();
        expect(owner).toBe('nobody');
        // Back in a namespace, the data is where it was and root's again.
        const again = await startPostgres({ folder: inside, kind: 'fast' });
        expect(await query(again, 'SELECT one FROM there')).toEqual([{ one: 1 }]);
        await again.stop();
      } finally {
        rmSync(closed, { recursive: true, force: true });
        if (home.startsWith('/var/lib/zenmeban/data-')) rmSync(home, { recursive: true, force: true });
      }
    },
  );
});
