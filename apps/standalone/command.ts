import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { complete, type Config, ConfigError, readSettings, type Settings } from '@zenmeban/config';
import { CannotStart, codeOf } from './cannot-start';
import { DataDirLock } from './data-dir-lock';
import { keptSecret } from './data-dir';
import { openServices } from './services';

/** The database of the copy that runs, else one that is started for this command alone. */
async function servicesFor(settings: Settings): Promise<{ config: Config; close(): Promise<void> }> {
  const holder = settings.databaseUrl === null ? new DataDirLock(settings.dataDir).holder() : null;
  const smtpUrl = settings.smtpUrl ?? 'smtp://127.0.0.1:25';
  if (settings.databaseUrl !== null) {
    const made = { databaseUrl: '', smtpUrl, secret: settings.secret ?? '' };
    return { config: complete(settings, made), close: () => Promise.resolve() };
  }
  if (holder === null) return openServices(settings, (line) => void process.stderr.write(`${line}\n`));
  if (holder.postgresPort === null)
    throw new CannotStart(`The copy of Zenmeban in ${settings.dataDir} is just starting: try again in a moment.`);
  const password = (await readFile(join(settings.dataDir, 'postgres-password'), 'utf8')).trim();
  const databaseUrl = `postgres://zenmeban:${password}@127.0.0.1:${holder.postgresPort}/zenmeban`;
  const made = { databaseUrl, smtpUrl, secret: await keptSecret(settings.dataDir) };
  return { config: complete(settings, made), close: () => Promise.resolve() };
}

/** Runs the command line as a process of its own; Ctrl-C reaches it by the terminal. @returns its exit code */
function runCommand(config: Config, words: readonly string[]): Promise<number> {
  const env = {
    ...process.env,
    DATABASE_URL: config.databaseUrl,
    SMTP_URL: config.smtpUrl,
    ...(config.secret !== '' && { SECRET: config.secret }),
    ...{ DATABASE_URL_FILE: '', SMTP_URL_FILE: '', SECRET_FILE: '' },
  };
  const program = join(import.meta.dirname, '..', 'cli', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...words], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 130));
  });
}

try {
  const services = await servicesFor(readSettings(process.env));
  try {
    process.exitCode = await runCommand(services.config, process.argv.slice(3));
  } finally {
    await services.close();
  }
} catch (error) {
  const isSentence = error instanceof CannotStart || error instanceof ConfigError;
  console.error(codeOf(error) === 'ENOSPC' ? 'The disk is full.' : isSentence ? error.message : error);
  process.exitCode = 1;
}
