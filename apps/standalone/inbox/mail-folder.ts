import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';

/** A mail as it is kept: the bytes that arrived. */
export type KeptMail = { readonly id: string; readonly receivedAt: Date; readonly raw: Buffer };

const suffix = '.eml';
/** Names of `keep`: nothing else in the folder is ours to read or delete. */
const ours = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.eml(\.part)?$/;

/** Mails as files of one folder, the newest 500. Their names sort by time. */
export class MailFolder {
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly most = 500,
  ) {}

  /** Creates the folder, and removes what a crash left half-written. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.remove((await this.files()).filter((file) => !file.endsWith(suffix)));
  }

  /** Keeps a mail for good: when this resolves it survives a crash. */
  async keep(raw: Buffer): Promise<void> {
    const kept = this.writing.then(() => this.write(raw));
    this.writing = kept.catch(() => undefined);
    await kept;
  }

  /** Ids, newest first. */
  async ids(): Promise<string[]> {
    const files = (await this.files()).filter((file) => file.endsWith(suffix));
    return files.map((file) => file.slice(0, -suffix.length)).reverse();
  }

  /** One mail; null when it has been removed in the meantime. */
  async read(id: string): Promise<KeptMail | null> {
    const path = join(this.folder, `${id}${suffix}`);
    try {
      const [raw, { mtime }] = await Promise.all([readFile(path), stat(path)]);
      return { id, receivedAt: mtime, raw };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  private async write(raw: Buffer): Promise<void> {
    const path = join(this.folder, `${v7()}${suffix}`);
    const file = await open(`${path}.part`, 'wx', 0o600);
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
    const ids = await this.ids();
    await this.remove(ids.slice(this.most).map((id) => `${id}${suffix}`));
  }

  private async files(): Promise<string[]> {
    return (await readdir(this.folder)).filter((file) => ours.test(file)).sort();
  }

  private async remove(files: readonly string[]): Promise<void> {
    await Promise.all(files.map((file) => rm(join(this.folder, file), { force: true })));
  }
}
