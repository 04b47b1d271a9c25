import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** One older file is kept beside it: together never more than about 10 MB. */
const limitBytes = 5 * 1024 * 1024;
const rememberedChars = 4_000;

/** A log file that cannot fill the disk, and the end of what was written, for an error message. */
export class LimitedLog {
  private bytes: number;
  private tail = '';

  constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.bytes = existsSync(path) ? statSync(path).size : 0;
  }

  write(chunk: Buffer): void {
    this.tail = (this.tail + chunk.toString()).slice(-rememberedChars);
    try {
      if (this.bytes > limitBytes) {
        renameSync(this.path, `${this.path}.1`);
        this.bytes = 0;
      }
      appendFileSync(this.path, chunk);
      this.bytes += chunk.length;
    } catch {
      // A full disk must not end the process that could still call for help.
    }
  }

  get end(): string {
    return this.tail;
  }
}
