import type { EventEmitter } from 'node:events';
import { Socket } from 'node:net';

/** A statement may take so long; then the server ends it and says so. */
export const statementTimeoutMs = 4_000;

/** A transaction that says nothing for so long belongs to a process that hangs; the server ends it, and its locks. */
export const forgottenAfterMs = 5_000;

/** Who says nothing for longer than that is not there; nobody waits for an answer longer than 5 s. */
const silenceMs = 4_400;

/** Idle connections are closed before their silence would be taken for that. */
export const idleTimeoutMs = 4_000;

/**
 * The socket of a connection to Postgres, which breaks when no byte came for too long. Half-open, it would otherwise
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
