import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Copy, Ground } from './copy';

jest.setTimeout(90_000);

/** Where the system lets us look at processes. */
const onLinux = process.platform === 'linux';

describe('a copy of Zenmeban in a folder of its own', () => {
  let ground: Ground;
  let copies: Copy[] = [];
  const start = (env: NodeJS.ProcessEnv = {}, ...words: string[]) => {
    const copy = Copy.start({ DATA_DIR: ground.path('data'), ...env }, ...words);
    copies.push(copy);
    return copy;
  };
  beforeAll(() => {
    ground = new Ground();
  });
  afterEach(async () => {
    await Promise.all(copies.map((copy) => copy.stop()));
    copies = [];
  });
  afterAll(() => ground.remove());

  it('is ready with demo data, answers, and leaves no process behind when it is stopped', async () => {
    const copy = start();
    const address = await copy.ready();
    expect(copy.output).toContain('24 people');
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await copy.stop()).toBeLessThan(20_000);
    expect(await copy.over).toBe(0);
    expect(onLinux ? ground.processes() : []).toEqual([]);
  });

  it('recovers from kill -9, makes no second demo, and refuses a second copy of the same data', async () => {
    const killed = start();
    await killed.ready();
    killed.signal('SIGKILL');
    await killed.over;

    const copy = start();
    await copy.ready();
    expect(copy.output).not.toContain('Making demo data');

    const second = start();
    expect(await second.over).toBe(1);
    expect(second.output.trim()).toMatch(/^DATA_DIR .* is in use by another copy of Zenmeban \(process \d+\).*\.$/);

    const beside = start({ DATA_DIR: ground.path('other'), DEMO: '0' });
    await beside.ready();
    expect(beside.output).toContain('There is no account yet');

    const command = start({}, '--command', 'playbooks', 'load');
    expect(await command.over).toBe(0);
    expect(command.output).toMatch(/playbooks checked/);
  });

  it('keeps the secret and the password of the database for itself', () => {
    expect(readFileSync(ground.path('data/secret'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(ground.path('data/log/postgres.log'), 'utf8')).not.toContain(
      readFileSync(ground.path('data/postgres-password'), 'utf8'),
    );
  });
});
