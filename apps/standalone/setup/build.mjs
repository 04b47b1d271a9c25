import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { fingerprint, project, textOf } from './project.mjs';
import { run } from './run.mjs';

const dist = join(project, 'dist');
const webApp = join(project, 'apps', 'web', 'index.html');
const parts = {
  server: { name: 'Building the server', build: buildServer, needed: () => true, fingerprint: serverFingerprint },
  web: { name: 'Building the web app', build: buildWeb, needed: () => existsSync(webApp), fingerprint: webFingerprint },
};

function serverFingerprint() {
  return fingerprint(
    ['apps', 'libs', '.swcrc', 'package-lock.json', 'apps/standalone/setup/build.mjs'],
    (name) => name.startsWith('apps/web/') || name.endsWith('.spec.ts'),
  );
}

function webFingerprint() {
  return fingerprint(
    ['apps/web', 'libs/domain/engine', 'package-lock.json', 'apps/standalone/setup/build.mjs'],
    (name) => name.endsWith('.spec.ts'),
  );
}

const stampOf = (part) => join(dist, `.${part}-built`);

function staleParts() {
  return Object.entries(parts).filter(([name, part]) => part.needed() && textOf(stampOf(name)) !== part.fingerprint());
}

export function isBuilt() {
  return staleParts().length === 0;
}

/** Builds what changed. A part is built aside and then moved into its place: a failed build leaves the old one. */
export async function build() {
  for (const [name, part] of staleParts()) {
    const print = part.fingerprint();
    await step(part.name, part.build);
    writeFileSync(stampOf(name), print);
  }
}

async function buildServer() {
  await aside('server', async (folder) => {
    await run(
      process.execPath,
      [join(project, 'node_modules/@swc/cli/bin/swc.js'), 'apps', 'libs', '-d', folder, '--copy-files', '--quiet'],
      { cwd: project, failure: 'The server could not be built.' },
    );
    // swc copies what it does not compile: templates we need, the sources of the web app we do not.
    rmSync(join(folder, 'apps', 'web'), { recursive: true, force: true });
    return ['apps', 'libs'];
  });
}

async function buildWeb() {
  await aside('web', async (folder) => {
    await run(
      process.execPath,
      [
        join(project, 'node_modules/vite/bin/vite.js'),
        ...['build', join('apps', 'web'), '--outDir', join(folder, 'web'), '--emptyOutDir', '--manifest'],
        ...['--logLevel', 'warn'],
      ],
      { cwd: project, env: { ...process.env, NODE_ENV: 'production' }, failure: 'The web app could not be built.' },
    );
    return ['web'];
  });
}

/** Lets `make` fill a folder and moves the parts it names into `dist`. */
async function aside(name, make) {
  const folder = join(project, '.cache', `build-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(dist, { recursive: true });
  try {
    const made = await make(folder);
    for (const part of made) {
      const place = join(dist, part);
      const old = join(folder, `old-${part}`);
      if (existsSync(place)) renameSync(place, old);
      renameSync(join(folder, part), place);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
