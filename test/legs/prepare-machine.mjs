import { existsSync } from 'node:fs';
import { findProgram } from './find-program.mjs';
import { runProgram } from './run-program.mjs';

/**
 * On a build server that is ours to change (CI=true, root, Debian or Ubuntu) installs what the legs like to have. As
 * well as it can: without it they help themselves, or are skipped by name.
 */
export async function prepareMachine() {
  if (process.env.CI !== 'true' || process.getuid?.() !== 0 || findProgram('apt-get') === null) return;
  const missing = [
    ...(findProgram('redis-server') === null ? ['redis-server'] : []),
    ...(findProgram('chromium', 'chromium-browser', 'google-chrome') === null && !process.env.CHROMIUM
      ? ['chromium']
      : []),
    ...(existsSync('/usr/share/fonts/opentype/noto') ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} on this build server …`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () => runProgram(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  if ((await install()).ok) return;
  await runProgram(['apt-get', 'update', '-qq'], quiet);
  if (!(await install()).ok) console.log('  not possible; going on without');
}
