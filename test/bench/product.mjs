import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
import { closeLater } from './closing.mjs';

const readyWithinMs = 120_000;
/** What would make the product another one than the bench means. */
const named = [
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'SECRET',
  'DEMO',
  'HOST',
  'PUBLIC_URL',
  'NODE_ENV',
  'LOG_LEVEL',
];

/** A folder of its own, gone when the bench ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'zenmeban-bench-'));
  closeLater(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/**
 * Starts the product as `npm start` does, without npm, on a free port of loopback.
 * @param env what is set besides
 * @returns its process id, where it answers, after how many seconds it said so, and how to stop it
 * @throws Error with what it said, when it ends or is not ready within two minutes
 */
export async function startProduct(env) {
  const quiet = Object.fromEntries(Object.entries(process.env).filter(([name]) => !named.includes(name)));
  const started = performance.now();
  const child = spawn(process.execPath, ['apps/standalone/start.mjs'], {
    cwd: project,
    // As under npm, it ends by itself when the bench is killed.
    env: { ...quiet, npm_lifecycle_event: 'bench', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  closeLater(stop);
  const url = await readyLine(child, ended);
  return { pid: child.pid, url, seconds: (performance.now() - started) / 1000, stop };
}

function readyLine(child, ended) {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk) => {
      said = `${said}${chunk}`.slice(-8_000);
      const ready = /Zenmeban is ready: (\S+)/.exec(said);
      if (ready) resolve(ready[1]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    // Once it is ready, what it complains about belongs to the result.
    child.stderr.on('data', (chunk) => process.stderr.write(chunk));
    void ended.then(() => reject(new Error(`The product ended before it was ready:\n${said}`)));
    setTimeout(() => reject(new Error(`The product was not ready in two minutes:\n${said}`)), readyWithinMs).unref();
  });
}
