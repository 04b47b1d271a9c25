import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tell } from './progress.mjs';
import { project, SetupProblem } from './project.mjs';

const folder = join(project, '.cache');
const lock = join(folder, 'setup.lock');
const beatMs = 2_000;
/** A lock whose holder has not touched it for so long is one left behind by a crash. */
const staleMs = 30_000;

/** Runs `work` while no other start or test in this checkout installs or builds. */
export async function alone(work) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new SetupProblem(`${project} cannot be written (${error.code}), so nothing can be installed or built in it.`);
  }
  for (let told = false; !tryLock(); told = true) {
    if (!told) tell('Another start in this folder is installing or building; waiting for it …');
    await wait(300);
  }
  const beat = setInterval(() => touch(), beatMs);
  const release = () => rmSync(lock, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

function tryLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST')
      throw new SetupProblem(`${folder} cannot be written (${error.code}), so nothing can be installed or built.`);
  }
  if (isStale()) {
    // Moving is atomic: of several that wait, one takes the old lock away.
    const aside = `${lock}.${process.pid}`;
    try {
      renameSync(lock, aside);
      rmSync(aside, { force: true });
    } catch {
      return false;
    }
  }
  return false;
}

function isStale() {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    return age > staleMs || (age > beatMs && !isAlive(Number(readFileSync(lock, 'utf8'))));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function touch() {
  try {
    const now = new Date();
    utimesSync(lock, now, now);
  } catch {
    // Somebody removed the folder; what we do goes on.
  }
}
