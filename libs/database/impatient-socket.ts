import type { EventEmitter } from 'node:events';
import { Socket } from 'node:net';

/** A statement may take 5 s; then the server ends it and says so. Who says nothing for longer is not there. */
const silenceMs = 6_000;

/** Idle connections are closed before their silence would be taken for that. */
export const idleTimeoutMs = 5_000;

/**
 * The socket of a connection to Postgres, which breaks after six seconds without a byte. Half-open, it would otherwise
 * swallow a statement and never fail, and with it the loop or the request that waits.
 */
export function impatientSocket(patienceMs = silenceMs): Socket {
  const socket = new Socket();
  socket.setTimeout(patienceMs, () => {
    socket.destroy(Object.assign(new Error('Postgres has fallen silent'), { code: 'ETIMEDOUT' }));
  });
  return socket;
}

/**
 * For a pool's `onConnect`: whoever uses the connection hears of its end by the next statement. Without a listener of
 * its own an end between two statements would end the process.
 */
export function outlive(client: EventEmitter): void {
  client.on('error', () => undefined);
}
