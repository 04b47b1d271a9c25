import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { messageWith } from './tied.mjs';

/**
 * The mail server of a stage, with what arrived. `copies` holds the milliseconds of the clock at which each copy of a
 * message was taken.
 */
export async function startMail() {
  const child = fork(fileURLToPath(new URL('mail-sink.mjs', import.meta.url)), { stdio: 'inherit' });
  const ended = once(child, 'exit');
  const copies = new Map();
  const refusals = [];
  child.on('message', ({ mail }) => {
    if (mail === undefined) return;
    if (mail.what !== 'take') refusals.push(mail);
    else copies.set(mail.messageId, [...(copies.get(mail.messageId) ?? []), mail.at]);
  });
  const { port } = await messageWith(child, 'port');
  return {
    port,
    copies,
    refusals,
    /** Says how to react from now on: to everyone, and to some recipients, each with a list of reactions. */
    async will({ everyone, recipients }) {
      const scripted = messageWith(child, 'scripted');
      child.send({ everyone, recipients });
      await scripted;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
