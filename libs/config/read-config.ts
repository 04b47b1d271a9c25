import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config';
import { readVariables } from './environment';
import type { Variables } from './variables';

/** What standalone still has to make by itself is null. */
export type Settings = Omit<Config, 'databaseUrl' | 'smtpUrl' | 'secret'> & {
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly secret: string | null;
};

/** Signs sessions on a developer's machine; known to everyone, hence refused in production. */
const developmentSecret = 'zenmeban-development-secret-change-me';

/**
 * For the api, the worker and the commands: every service must be named.
 * @throws ConfigError with every problem at once
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = readVariables(env, (variables) => [
    ...(variables.DATABASE_URL
      ? []
      : ['DATABASE_URL is missing: name the Postgres to use, as postgres://user:password@host/database.']),
    ...(variables.SMTP_URL
      ? []
      : ['SMTP_URL is missing: name the mail server to use, as smtp://user:password@host:587.']),
    ...productionProblems(variables),
    ...(isProduction(variables) && !variables.SECRET
      ? ['SECRET is missing: production needs a random one of at least 32 characters.']
      : []),
    ...(isProduction(variables) && !variables.PUBLIC_URL
      ? ['PUBLIC_URL is missing: production needs the address people open, for the links in mails.']
      : []),
    ...(isProduction(variables) && !variables.MAIL_FROM
      ? ['MAIL_FROM is missing: production needs the sender of its mails.']
      : []),
  ]);
  const settings = settingsFrom(given, 'server');
  return complete(settings, {
    databaseUrl: given.DATABASE_URL ?? '',
    smtpUrl: given.SMTP_URL ?? '',
    secret: given.SECRET ?? developmentSecret,
  });
}

/**
 * For standalone, which makes what nobody named (database, inbox, secret) and then calls `complete`.
 * @throws ConfigError with every problem at once
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return settingsFrom(readVariables(env, productionProblems), 'standalone');
}

/** Fills what standalone has made itself; what was named stays. */
export function complete(settings: Settings, made: Pick<Config, 'databaseUrl' | 'smtpUrl' | 'secret'>): Config {
  return {
    ...settings,
    databaseUrl: settings.databaseUrl ?? made.databaseUrl,
    smtpUrl: settings.smtpUrl ?? made.smtpUrl,
    secret: settings.secret ?? made.secret,
  };
}

function settingsFrom(given: Variables, mode: Config['mode']): Settings {
  const host = given.HOST ?? '127.0.0.1';
  const port = given.PORT ?? 3000;
  const named = Boolean(given.DATABASE_URL ?? given.REDIS_URL ?? given.SMTP_URL);
  return {
    mode,
    production: isProduction(given),
    host,
    port,
    publicUrl: (given.PUBLIC_URL ?? `http://${reachable(host)}:${port}`).replace(/\/+$/, ''),
    dataDir: resolve(given.DATA_DIR ?? join(projectFolder(), '.data')),
    databaseUrl: given.DATABASE_URL ?? null,
    databasePoolSize: given.DATABASE_POOL_SIZE ?? 10,
    redisUrl: given.REDIS_URL ?? null,
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM ?? 'Zenmeban <zenmeban@localhost>',
    secret: given.SECRET ?? null,
    demo: given.DEMO ?? (mode === 'standalone' && !named && !isProduction(given) && isLoopback(host)),
    localInbox: mode === 'standalone' && !given.SMTP_URL,
    deadmanUrl: given.DEADMAN_URL ?? null,
    playbooksDir: resolve(given.PLAYBOOKS_DIR ?? join(projectFolder(), 'playbooks')),
    logLevel: given.LOG_LEVEL ?? (mode === 'standalone' ? 'warn' : 'info'),
  };
}

function productionProblems(given: Partial<Variables>): string[] {
  // A secret that is too short is reported as such already.
  if (!isProduction(given) || !given.SECRET || given.SECRET.length < 32) return [];
  const guessable = /change.?me|development|example|default/i.test(given.SECRET) || new Set(given.SECRET).size < 8;
  return guessable ? ['SECRET is one that others can guess: production needs a random one.'] : [];
}

function isProduction(given: Partial<Variables>): boolean {
  return given.NODE_ENV === 'production';
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** How a browser writes the address that the server listens on. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Where package.json is: above this file, in the sources as in `dist`. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
