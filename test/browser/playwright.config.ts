import { defineConfig } from '@playwright/test';

const pushesTheClock = '**/nobody-acknowledges.spec.ts';
const stopsTheEngine = '**/alerts-delayed.spec.ts';

/** The stories in a browser. They share one product, and mostly wait for it; who pushes its clock, or stops its engine, comes last. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './product.ts',
  workers: 2,
  projects: [
    { name: 'stories', testIgnore: [pushesTheClock, stopsTheEngine] },
    { name: 'pushed clock', testMatch: pushesTheClock, dependencies: ['stories'] },
    { name: 'stopped engine', testMatch: stopsTheEngine, dependencies: ['pushed clock'] },
  ],
  timeout: 60_000,
  // The inbox and the pages look again every 5 s, a timer is swept within 10 s.
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] === 'true',
  use: {
    // Read again by each worker, after the setup.
    baseURL: process.env['PRODUCT_URL'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    },
  },
});
