import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { findProgram } from '../../legs/find-program.mjs';

const setpriv = process.platform === 'linux' ? findProgram('setpriv') : null;

/**
 * Starts a program that dies with us, however we end. What it says goes to `log`.
 * @param hear told every piece of what it says
 */
export function startTied([file, ...args], { env = process.env, log, cwd, hear = () => undefined }) {
  const tie = setpriv === null ? [] : [setpriv, '--pdeathsig', 'KILL'];
  const [program, ...rest] = [...tie, file, ...args];
  const child = spawn(program, rest, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      appendFileSync(log, chunk);
      hear(String(chunk));
    });
  }
  const ended = new Promise((resolve) => {
    child.on('error', resolve);
    child.on('exit', resolve);
  });
  const isOver = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  return {
    pid: child.pid,
    ended,
    isOver,
    exitCode: () => child.exitCode,
    /** Sends a signal, to a frozen process too; nothing when it has ended. */
    signal(name) {
      if (!isOver()) child.kill(name);
    },
    async kill() {
      if (!isOver()) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The next message of a forked process that has this key; several may come in one piece. */
export function messageWith(child, key) {
  return new Promise((resolve) => {
    const hear = (message) => {
      if (message[key] === undefined) return;
      child.off('message', hear);
      resolve(message);
    };
    child.on('message', hear);
  });
}
