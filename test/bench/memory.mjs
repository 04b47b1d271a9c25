import { readdirSync, readFileSync } from 'node:fs';

const megabyte = 1_000_000;

/**
 * The memory of a process and all below it, Linux only. RSS counts what processes share once for each of them, PSS
 * once in all: Postgres shares its buffers.
 * @returns `[{ pid, name, rss, pss }]` in MB, null where there is no /proc
 */
export function memoryOfTree(pid) {
  const parents = parentsByPid();
  if (parents === null) return null;
  const isBelow = (each) => each === pid || (parents.has(each) && isBelow(parents.get(each)));
  return [...parents.keys()].filter(isBelow).flatMap((each) => memoryOf(each) ?? []);
}

function parentsByPid() {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return new Map(pids.flatMap((pid) => parentOf(pid) ?? []));
  } catch {
    return null;
  }
}

function parentOf(pid) {
  try {
    // 42 (name, which may hold anything) S 1 …
    const [, parent] = /.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return [[Number(pid), Number(parent)]];
  } catch {
    // It has just ended.
    return null;
  }
}

function memoryOf(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)[1]);
    const [first, ...rest] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim().split(' ');
    const name = [first.split('/').at(-1), ...rest].join(' ').slice(0, 50);
    return [{ pid, name, rss: (kilobytes('Rss') * 1024) / megabyte, pss: (kilobytes('Pss') * 1024) / megabyte }];
  } catch {
    return null;
  }
}
