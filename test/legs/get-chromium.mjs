import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../../apps/standalone/setup/project.mjs';
import { findProgram, mayRun } from './find-program.mjs';
import { runProgram } from './run-program.mjs';

const cache = join(project, '.cache', 'chromium');
/** The last version that runs on Node 20. */
const version = '147.0.0';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium that starts: CHROMIUM, else the machine's, else (Linux) that of an npm package kept in a cache folder.
 * @returns its path and the environment it needs, null when there is none to be had
 */
export async function getChromium({ ignoreMachine = false } = {}) {
  const given = process.env.CHROMIUM;
  if (given !== undefined && given !== '') return { path: given, env: {} };
  const machines = ignoreMachine ? null : findProgram(...names, onMac);
  if (machines !== null && (await starts({ path: machines, env: {} }))) return { path: machines, env: {} };
  if (process.platform !== 'linux') return null;
  try {
    const fetched = await fromPackage();
    return (await starts(fetched)) ? fetched : null;
  } catch {
    return null;
  }
}

async function fromPackage() {
  mkdirSync(cache, { recursive: true });
  const folder = join(cache, 'node_modules', '@sparticuz', 'chromium');
  const program = join(cache, 'bin', 'chromium');
  if (!mayRun(program)) {
    writeFileSync(join(cache, 'package.json'), '{ "private": true }');
    const npm = process.env.npm_execpath;
    const command = npm !== undefined && /npm-cli\.js$/.test(npm) ? [process.execPath, npm] : ['npm'];
    const words = ['install', '--no-audit', '--no-fund', '--loglevel=error', `@sparticuz/chromium@${version}`];
    const installed = await runProgram([...command, ...words], { cwd: cache });
    if (!installed.ok) throw new Error(installed.output);
    await unpack(folder, join(cache, 'bin'));
  }
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(cache, 'bin', 'fonts') };
  return { path: program, env: { ...fonts, LD_LIBRARY_PATH: join(cache, 'bin', 'al2023', 'lib') } };
}

/** The package unpacks into the folder for temporary files; that of a process of its own is ours. */
async function unpack(folder, bin) {
  mkdirSync(bin, { recursive: true });
  const door = pathToFileURL(join(folder, 'build', 'esm', 'index.js')).href;
  const helper = pathToFileURL(join(folder, 'build', 'esm', 'lambdafs.js')).href;
  const script = `
    const { default: chromium } = await import(${JSON.stringify(door)});
    await chromium.executablePath();
    const { inflate } = await import(${JSON.stringify(helper)});
    await inflate(${JSON.stringify(join(folder, 'bin', 'al2023.tar.br'))});
  `;
  const { ok, output } = await runProgram([process.execPath, '--input-type=module', '-e', script], {
    env: { TMPDIR: bin },
  });
  if (!ok) throw new Error(output);
}

async function starts({ path, env }) {
  const { ok } = await runProgram([path, '--version'], { env, timeoutMs: 20_000 });
  return ok;
}
