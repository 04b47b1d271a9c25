import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemWithNode } from '../../apps/standalone/setup/node-version.mjs';
import { Copy, Ground } from './copy';

describe('a start that cannot succeed', () => {
  let ground: Ground;
  let neighbour: Server;
  beforeAll(async () => {
    ground = new Ground();
    writeFileSync(ground.path('a file'), 'somebody needs this');
    neighbour = createServer();
    await new Promise<void>((done) => neighbour.listen(0, '127.0.0.1', done));
  });
  afterAll(() => {
    neighbour.close();
    ground.remove();
  });

  const refusal = async (env: NodeJS.ProcessEnv) => {
    const copy = Copy.start({ DATA_DIR: ground.path('data'), ...env });
    return { code: await copy.over, lines: copy.output.trim().split('\n') };
  };

  it('says in one sentence that the port is taken, and makes nothing', async () => {
    const address = neighbour.address();
    const port = address !== null && typeof address === 'object' ? String(address.port) : '';
    const { code, lines } = await refusal({ PORT: port });
    expect(code).toBe(1);
    expect(lines).toEqual([
      `Port ${port} of 127.0.0.1 is taken by another program: stop it, or choose another with PORT=….`,
    ]);
    expect(existsSync(ground.path('data'))).toBe(false);
  });

  it.each([
    ['is a file', () => ground.path('a file')],
    ['lies below a file', () => ground.path('a file/data')],
    ['is a place where nothing can be made', () => '/proc/zenmeban'],
  ])('says in one sentence that DATA_DIR %s', async (_, folder) => {
    const { code, lines } = await refusal({ DATA_DIR: folder() });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`DATA_DIR ${folder()}`);
  });

  it('names every malformed variable', async () => {
    const { code, lines } = await refusal({ PORT: '99999', DATABASE_URL: 'mysql://x', SMTP_URL: 'mail', DEMO: '2' });
    expect(code).toBe(1);
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['DATABASE_URL', 'DEMO', 'PORT', 'SMTP_URL']);
  });

  it('names every problem of the playbooks as the checker does, and makes nothing', async () => {
    const folder = ground.path('playbooks');
    cpSync(resolve('playbooks'), folder, { recursive: true });
    const gift = join(folder, '19-gift.yaml');
    writeFileSync(gift, readFileSync(gift, 'utf8').replace('severity: low', 'severity: lowe'));
    const { code, lines } = await refusal({ PLAYBOOKS_DIR: folder });
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^19-gift\.yaml:5:11 severity: There is no value "lowe".* Did you mean "low"\?$/);
    expect(existsSync(ground.path('data'))).toBe(false);
  });

  it('says that an address is not of this machine', async () => {
    const { code, lines } = await refusal({ HOST: '192.0.2.1', PORT: '3999' });
    expect(code).toBe(1);
    expect(lines).toEqual(['Nothing can listen on HOST 192.0.2.1 (EADDRNOTAVAIL): it is no address of this machine.']);
  });
});

it.each([
  ['v18.20.4', true],
  ['v20.18.3', true],
  ['v20.19.0', false],
  ['v20.20.2', false],
  ['v22.0.0', false],
  ['v24.9.0', false],
])('of Node %s says that it is too old: %s', (version, tooOld) => {
  expect(problemWithNode(version) !== '').toBe(tooOld);
});
