import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@zenmeban/config';
import { CannotStart, codeOf } from './cannot-start';

/** Who works with a DATA_DIR. `postgresPort` is there once its database runs. */
export type Holder = {
  readonly pid: number;
  readonly host: string;
  /** When the process started, by the system's own count: a pid alone may be another process by now. */
  readonly started: string;
  readonly postgresPort: number | null;
};

const beatMs = 5_000;
/** A holder on another machine (a shared volume) is gone when it has not touched its lock for so long. */
const silentMs = 30_000;

/** One copy of Zenmeban per DATA_DIR: two servers on the same files would destroy them. */
export class DataDirLock {
  private readonly path: string;
  private beat: NodeJS.Timeout | undefined;

  constructor(private readonly folder: string) {
    this.path = join(folder, 'running.json');
  }

  /** @throws CannotStart when another copy holds it */
  take(): void {
    for (let attempt = 1; attempt <= 3; attempt++) {
      if (this.write(null, 'wx')) {
        this.beat = setInterval(() => this.touch(), beatMs);
        this.beat.unref();
        return;
      }
      const holder = this.holder();
      if (holder !== null)
        throw new CannotStart(
          `DATA_DIR ${this.folder} is in use by another copy of Zenmeban (process ${holder.pid}): stop that one, or choose another DATA_DIR for this one.`,
        );
      rmSync(this.path, { force: true });
    }
    throw new CannotStart(`DATA_DIR ${this.folder} is being taken by another copy of Zenmeban.`);
  }

  /** Lets commands find the database of this copy. */
  announce(postgresPort: number): void {
    this.write(postgresPort, 'w');
  }

  release(): void {
    clearInterval(this.beat);
    rmSync(this.path, { force: true });
  }

  /** The copy that works with this DATA_DIR, null when there is none. */
  holder(): Holder | null {
    let holder: Holder;
    try {
      holder = JSON.parse(readFileSync(this.path, 'utf8')) as Holder;
    } catch {
      // Just being written, or cut off by a crash.
      return null;
    }
    if (holder.host !== hostname()) return this.silentFor() < silentMs ? holder : null;
    return isAlive(holder.pid) && startOf(holder.pid) === holder.started ? holder : null;
  }

  private write(postgresPort: number | null, flag: 'wx' | 'w'): boolean {
    const me: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), postgresPort };
    try {
      writeFileSync(this.path, JSON.stringify(me), { flag, mode: 0o600 });
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  private touch(): void {
    try {
      const now = systemClock.now();
      utimesSync(this.path, now, now);
    } catch {
      // Somebody removed it; Postgres itself still guards its files.
    }
  }

  private silentFor(): number {
    try {
      return systemClock.now().getTime() - statSync(this.path).mtimeMs;
    } catch {
      return Infinity;
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat, in ticks since boot; '' where there is no /proc. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses, which may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
