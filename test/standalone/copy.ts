import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** One copy of Zenmeban, started as `npm start` starts it, in a process of its own. */
export class Copy {
  output = '';
  /** The exit code, null for a process that a signal ended. */
  readonly over: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.over = new Promise((done) => child.on('close', done));
  }

  static start(env: NodeJS.ProcessEnv, ...words: string[]): Copy {
    const clean = Object.entries(process.env).filter(
      ([name]) => !/^(NODE_OPTIONS|DATABASE_|REDIS_|SMTP_|npm_)/.test(name),
    );
    return new Copy(
      spawn(process.execPath, [resolve('apps/standalone/start.mjs'), ...words], {
        env: { ...Object.fromEntries(clean), PORT: '0', DEMO: '', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  }

  /** @returns the address it prints when it is ready */
  async ready(): Promise<string> {
    let over = false;
    void this.over.then(() => (over = true));
    for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 50) {
      const line = /^Zenmeban is ready: (http:\S+)$/m.exec(this.output);
      if (line?.[1] !== undefined) return line[1];
      if (over) throw new Error(`it ended: ${this.output}`);
      await wait(50);
    }
    throw new Error(`not ready within a minute: ${this.output}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @returns the milliseconds that it took */
  async stop(): Promise<number> {
    const started = performance.now();
    this.child.kill('SIGTERM');
    await this.over;
    return performance.now() - started;
  }
}

/** A folder that is removed at the end, with a space in its name. */
export class Ground {
  readonly folder = mkdtempSync(join(tmpdir(), 'zenmeban copy '));

  path(name: string): string {
    return join(this.folder, name);
  }

  /** The processes that work in this folder or were told about it; only where there is a /proc. */
  processes(): string[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .map((pid) => `${linkOf(pid)} ${wordsOf(pid)}`)
      .filter((process) => process.includes(this.folder));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function linkOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function wordsOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
