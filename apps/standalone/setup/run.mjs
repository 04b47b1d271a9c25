import { spawn } from 'node:child_process';
import { SetupProblem } from './project.mjs';

/** How long a program may take to stop when we are stopped. */
const patienceMs = 5_000;

/**
 * Runs a program to its end and returns what it printed; its output is shown only when it fails, or always with
 * `show`. A signal that stops us stops it too.
 */
export function run(command, args, { cwd, env = process.env, show = false, failure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    let stopped = false;
    const forward = (signal) => {
      stopped = true;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), patienceMs).unref();
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const over = () => process.off('SIGINT', forward).off('SIGTERM', forward);
    child.on('error', (error) => {
      over();
      reject(new SetupProblem(`${failure} (${error.message})`));
    });
    child.on('close', (code) => {
      over();
      if (code === 0) return resolve(output);
      if (stopped) process.exit(130);
      const full = /ENOSPC|no space left on device/i.test(output);
      reject(new SetupProblem(full ? 'The disk is full. Free some space and try again.' : `${output}${failure}`));
    });
  });
}
