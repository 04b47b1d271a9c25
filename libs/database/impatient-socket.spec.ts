import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import pg from 'pg';
import { impatientSocket } from './impatient-socket';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** What takes every connection and byte, and never answers: the far end of a half-open connection. */
async function silentServer(): Promise<number> {
  server = createServer((socket) => socket.resume().on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('an impatient socket', () => {
  it('breaks when the other side falls silent', async () => {
    const socket = impatientSocket(50).connect(await silentServer(), '127.0.0.1');
    const [error] = await once(socket, 'error');
    expect(error).toMatchObject({ code: 'ETIMEDOUT' });
  });

  it('fails whoever waits for Postgres on it', async () => {
    const client = new pg.Client({ host: '127.0.0.1', port: await silentServer(), stream: () => impatientSocket(50) });
    client.on('error', () => undefined);
    await expect(client.connect()).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  });
});
