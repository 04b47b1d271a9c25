import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../apps/standalone/start.mjs', import.meta.url));
/** Long enough to build what is missing. */
const patienceMs = 180_000;

/**
 * Starts the product as `npm start` does, with demo data, on a port and in a folder of its own. Its address and folder
 * are told to the tests in PRODUCT_URL and PRODUCT_DATA_DIR.
 * @returns what stops it
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'zenmeban-browser-'));
  const { PATH, HOME, TMPDIR } = process.env;
  // Nothing else of our environment: DATABASE_URL and the like are somebody's. The last makes it end when we are killed.
  const own = {
    PORT: '0',
    DATA_DIR: folder,
    PLAYBOOKS_DIR: playbooksForStories(folder),
    DEMO: '1',
    npm_lifecycle_event: 'test',
  };
  const product = spawn(process.execPath, [program], {
    env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    // A start that failed may have ended already.
    if (product.exitCode === null && product.signalCode === null) {
      const ended = once(product, 'exit');
      product.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env['PRODUCT_URL'] = await addressOf(product);
  } catch (error) {
    await stop();
    throw error;
  }
  process.env['PRODUCT_DATA_DIR'] = folder;
  return stop;
}

/**
 * The product's playbooks, whose calls wait for no company, because stories that run beside each other share a
 * supervisor; only those of the policy `inform` do, for some seconds.
 */
function playbooksForStories(folder: string): string {
  const playbooks = join(folder, 'playbooks');
  cpSync(fileURLToPath(new URL('../../playbooks', import.meta.url)), playbooks, { recursive: true });
  const policies = join(playbooks, 'policies.yaml');
  const calm = readFileSync(policies, 'utf8').replace(/(?<=^ {2}inform:\n(?: {4}.*\n)*? {4}bundle: )60s$/m, '10s');
  writeFileSync(policies, calm.replaceAll(/^ +bundle: 60s\n/gm, ''));
  return playbooks;
}

/** Reads what it prints until it says where it is; when it ends before, or says nothing, what it did print is told. */
function addressOf(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const giveUp = (why: string) => {
      clearTimeout(patience);
      reject(new Error(`The product ${why}:\n${said}`));
    };
    const patience = setTimeout(() => giveUp(`was not ready within ${patienceMs / 1_000} s`), patienceMs);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const ready = /^Zenmeban is ready: (\S+)$/m.exec(said);
      if (!ready?.[1]) return;
      clearTimeout(patience);
      resolve(ready[1]);
    };
    product.stdout?.on('data', hear);
    product.stderr?.on('data', hear);
    product.once('exit', () => giveUp('did not start'));
  });
}
