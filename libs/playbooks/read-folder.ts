import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '@zenmeban/domain/check';

/** The YAML files of a folder, by name: playbooks and what they share. Folders within it are not looked at. */
export async function readFolder(folder: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => ({ name, source: await readFile(join(folder, name), 'utf8') })));
}
