import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotStart } from '../cannot-start';
import { run } from './run';

/**
 * Ends what a killed Zenmeban left of its Postgres. Only call this while holding the lock of the data folder: then
 * whoever still serves it is ours and nobody's. Crash-safe: the server is asked to stop, and recovers when it starts.
 */
export async function settleLeftovers(data: string): Promise<void> {
  if (process.platform === 'win32') return;
  // Tied to its dead parent a server is on its way out already; others are asked, then told.
  for (const [signal, patienceMs] of [
    ['SIGCONT', 3_000],
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    const server = serverPid(data);
    if (server !== null && (await serving(data)).includes(server)) signalTo(server, signal);
    for (let waited = 0; waited < patienceMs; waited += 100) {
      if ((await serving(data)).length === 0) {
        // With nobody left, a pid in there can only mislead: it may be another process by now.
        await rm(join(data, 'postmaster.pid'), { force: true });
        return;
      }
      await wait(100);
    }
  }
  throw new CannotStart(`A Postgres that cannot be stopped still uses ${data}: end its processes and start again.`);
}

function serverPid(data: string): number | null {
  try {
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** The processes of Postgres that work in the data folder; on Linux its workers too, which outlive a killed server. */
async function serving(data: string): Promise<number[]> {
  if (process.platform === 'linux') {
    const real = realpathSync(data);
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && folderOf(name) === real)
      .map(Number);
  }
  const pid = serverPid(data);
  if (pid === null) return [];
  const { ok, output } = await run(['ps', '-o', 'comm=', '-p', String(pid)]);
  return ok && /postgres/.test(output) ? [pid] : [];
}

/** Every process of Postgres has the data folder as its working directory. */
function folderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
