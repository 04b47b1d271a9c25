import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { alone } from './setup-lock.mjs';

/** Installs and builds what is missing or changed; does nothing, in a few milliseconds, when nothing is. */
export async function setUp() {
  if (isInstalled() && isBuilt()) return;
  await alone(async () => {
    await install();
    await build();
  });
}
