import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../apps/standalone/setup/project.mjs';
import { getChromium } from './get-chromium.mjs';
import { nodeProgram, runProgram } from './run-program.mjs';

const config = 'test/browser/playwright.config.ts';
const report = join(project, '.cache', 'playwright.json');

/** The stories that are told in a browser (Playwright with the Chromium of CHROMIUM). */
export async function browserLeg() {
  if (!existsSync(join(project, config))) return { passed: 0, failed: 1, output: `${config} is missing.` };
  const chromium = await getChromium();
  if (chromium === null)
    return {
      passed: 0,
      failed: 0,
      skipped: [
        { what: 'no Chromium was found', enable: 'apt-get install chromium (or set CHROMIUM to the path of one)' },
      ],
    };
  mkdirSync(join(project, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const { ok } = await runProgram(
    nodeProgram('@playwright/test/cli.js', 'test', '-c', config, '--reporter=list,json'),
    {
      show: true,
      env: { CHROMIUM: chromium.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...chromium.env },
    },
  );
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected === 0 && !ok ? 1 : stats.unexpected };
}
