import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  findProblems,
  isPlaybookFile,
  sharedFileNames,
  problemInOneLine,
  type SourceFile,
} from '@zenmeban/domain/check';
import type { Playbook } from '@zenmeban/domain/engine';
import { readFolder } from '@zenmeban/playbooks';
import { Failure } from '../failure';

const run = promisify(execFile);

/** The files of a folder of playbooks (of a file: those beside it, which it is checked with), or a sentence that says what is wrong with the folder. */
export async function filesOf(folder: string): Promise<SourceFile[]> {
  if (folder.endsWith('.yaml')) return filesOf(dirname(folder));
  const files = await readFolder(folder).catch(() => {
    throw new Failure(`${folder} cannot be read. Name a folder of playbooks.`);
  });
  if (files.length === 0) throw new Failure(`${folder} holds no .yaml files. Name a folder of playbooks.`);
  return files;
}

/** One playbook by its file, checked together with what the files beside it share. */
export async function playbookOf(path: string): Promise<Playbook> {
  const source = await readFile(path, 'utf8').catch(() => {
    throw new Failure(`${path} cannot be read. Name a playbook file, such as playbooks/04-customer-falls.yaml.`);
  });
  const beside = await readFolder(dirname(path));
  return checked({ name: basename(path), source }, beside);
}

/** The same file as git has it at `revision`, with what was shared then. */
export async function playbookAt(path: string, revision: string): Promise<Playbook> {
  const folder = dirname(resolve(path));
  const show = async (name: string): Promise<SourceFile> => {
    const { stdout } = await run('git', ['show', `${revision}:./${name}`], { cwd: folder }).catch(() => {
      throw new Failure(`git has no ${name} at ${revision}. Name another revision with --since, or a second file.`);
    });
    return { name, source: stdout };
  };
  return checked(await show(basename(path)), await Promise.all(sharedFileNames.map(show)));
}

function checked(file: SourceFile, beside: readonly SourceFile[]): Playbook {
  if (!isPlaybookFile(file.name))
    throw new Failure(`${file.name} is what playbooks share. Name a playbook, such as 04-customer-falls.yaml.`);
  const shared = beside.filter(({ name }) => sharedFileNames.includes(name));
  const { handbook, problems } = findProblems([...shared, file]);
  const playbook = handbook?.playbooks[0]?.playbook;
  if (!playbook) throw new Failure(problems.map((problem) => problemInOneLine(problem)).join('\n'));
  return playbook;
}
