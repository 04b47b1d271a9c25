import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sharedFileNames } from '@zenmeban/domain/check';

export type OwnPlaybook = 'kept-quiet' | 'lost-glove' | 'polite-words' | 'posture' | 'promised-reply' | 'quarrel';

/** A folder of playbooks that a test may change: what all playbooks share, and some of `test/stories/playbooks`. */
export class TestHandbook {
  private constructor(readonly folder: string) {}

  static async of(...playbooks: OwnPlaybook[]): Promise<TestHandbook> {
    const folder = await mkdtemp(join(tmpdir(), 'zenmeban-handbook-'));
    const shared = sharedFileNames.map((name) => [resolve('playbooks', name), name] as const);
    const own = playbooks.map((id) => [resolve('test/stories/playbooks', `${id}.yaml`), `${id}.yaml`] as const);
    for (const [from, name] of [...shared, ...own]) await copyFile(from, join(folder, name));
    return new TestHandbook(folder);
  }

  /** Replaces a piece of a file, which must be there. */
  async change(name: string, from: string, to: string): Promise<void> {
    const file = join(this.folder, name);
    const source = await readFile(file, 'utf8');
    if (!source.includes(from)) throw new Error(`${name} does not say: ${from}`);
    await writeFile(file, source.replace(from, to));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}
