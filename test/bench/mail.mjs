import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { closeLater } from './closing.mjs';

/**
 * @param mailMs how long it takes for each mail
 * @returns where the mail server listens, and how many mails it has taken so far
 */
export async function startMailSink(mailMs = 0) {
  const child = fork(fileURLToPath(new URL('mail-sink.mjs', import.meta.url)), [String(mailMs)], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  closeLater(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  const [{ port }] = await once(child, 'message');
  return {
    url: `smtp://127.0.0.1:${port}`,
    async taken() {
      child.send('how many');
      const [answer] = await once(child, 'message');
      return answer.taken;
    },
  };
}
