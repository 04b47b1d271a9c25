import { spawn } from 'node:child_process';
import { project } from '../../apps/standalone/setup/project.mjs';

/** Programs that run at the moment: a signal to us ends them too. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    setTimeout(() => process.exit(130), 15_000).unref();
    if (running.size === 0) process.exit(130);
  });
}

/**
 * Runs a program in the project folder.
 * @param show whether its output is passed on as it comes; else it is in `output`
 */
export function runProgram([command, ...args], { env = {}, show = false, cwd = project, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = (ok, more = '') => {
      running.delete(child);
      resolve({ ok, output: output + more });
    };
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code, signal) => {
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130);
      end(code === 0);
    });
  });
}

/** A program of node_modules, run by this Node. */
export function nodeProgram(path, ...args) {
  return [process.execPath, `node_modules/${path}`, ...args];
}
