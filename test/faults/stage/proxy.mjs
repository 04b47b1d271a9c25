import { connect, createServer } from 'node:net';

/**
 * A TCP proxy that can be told to misbehave.
 * - `pass`: forwards, after `latencyMs`
 * - `stall`: accepts and forwards nothing any more, on old connections and new ones
 * - `refuse`: nobody listens, old connections are cut
 * `halfOpen()` forgets the connections of the moment: their bytes vanish, nothing ends; new ones pass. `reset()` cuts
 * them with an RST.
 */
export async function openProxy(targetPort) {
  const pairs = new Set();
  let mode = 'pass';
  let latencyMs = 0;
  let port = 0;
  let target = targetPort;
  let server = null;
  let most = 0;

  const accept = (outside) => {
    const inside = connect(target, '127.0.0.1');
    const pair = { outside, inside, deaf: mode === 'stall' };
    pairs.add(pair);
    most = Math.max(most, pairs.size);
    for (const [from, to] of [
      [outside, inside],
      [inside, outside],
    ]) {
      from.setNoDelay(true);
      from.on('data', (chunk) => {
        if (pair.deaf) return;
        if (latencyMs === 0) to.write(chunk);
        else setTimeout(() => !to.destroyed && to.write(chunk), latencyMs);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        pairs.delete(pair);
        // Who is half-open does not hear that the other one has left.
        if (!pair.deaf) to.destroy();
      });
    }
  };
  const listen = () =>
    new Promise((resolve, reject) => {
      server = createServer({ noDelay: true }, accept);
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        port = server.address().port;
        resolve();
      });
    });
  const cut = (how) => {
    for (const { outside, inside } of pairs) {
      outside[how]();
      inside.destroy();
    }
    pairs.clear();
  };
  await listen();

  return {
    get port() {
      return port;
    },
    /** Most connections at once since it was asked last. */
    takeMost() {
      const seen = most;
      most = pairs.size;
      return seen;
    },
    aim(newTarget) {
      target = newTarget;
    },
    delay(ms) {
      latencyMs = ms;
    },
    async become(newMode) {
      if (newMode === mode) return;
      const before = mode;
      mode = newMode;
      if (newMode === 'stall') for (const pair of pairs) pair.deaf = true;
      // What was stalled has lost bytes and can only be cut.
      if (before === 'stall') cut('destroy');
      if (newMode === 'refuse') {
        server.close();
        cut('destroy');
      }
      if (before === 'refuse') await listen();
    },
    halfOpen() {
      for (const pair of pairs) pair.deaf = true;
    },
    reset() {
      cut('resetAndDestroy');
    },
    close() {
      server.close();
      cut('destroy');
    },
  };
}
