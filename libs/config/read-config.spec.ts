import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complete, ConfigError, readConfig, readSettings } from './index';

const server = { DATABASE_URL: 'postgres://zenmeban:pw@db/zenmeban', SMTP_URL: 'smtp://mail:1025' };
const secret = 'q7Zp2mVx9Lr4Tn8Ks1Wd6Fb3Hc5Jg0Ye';
const production = {
  ...server,
  NODE_ENV: 'production',
  SECRET: secret,
  PUBLIC_URL: 'https://floor.example.com/',
  MAIL_FROM: 'Zenmeban <floor@example.com>',
};

/** The sentences with which an environment is refused, none when it is accepted. */
function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('readConfig', () => {
  it('takes the address people open without its trailing slash', () => {
    expect(readConfig(production)).toMatchObject({
      publicUrl: 'https://floor.example.com',
      production: true,
      demo: false,
    });
  });

  it('names every problem at once, one sentence each', () => {
    const problems = problemsOf(() =>
      readConfig({ NODE_ENV: 'production', PORT: '70000', REDIS_URL: 'http://x', DEMO: 'perhaps', SECRET: 'short' }),
    );
    expect(problems).toHaveLength(8);
    for (const name of ['PORT', 'REDIS_URL', 'DEMO', 'SECRET', 'DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'MAIL_FROM'])
      expect(problems.filter((problem) => problem.includes(name))).toHaveLength(1);
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PORT', '３０００'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'ftp://host'],
    ['PUBLIC_URL', 'zenmeban.example.com'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['DATABASE_URL', 'localhost:5432'],
    ['DATABASE_POOL_SIZE', '0'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'https://host'],
    ['MAIL_FROM', 'nobody'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s', (name, value) => {
    const problems = problemsOf(() => readConfig({ ...server, [name]: value }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it('never repeats a secret in a sentence', () => {
    const problems = problemsOf(() =>
      readConfig({ ...server, DATABASE_URL: 'mysql://me:hunter2@db/x', SECRET: 'hunter2' }),
    );
    expect(problems.join()).not.toContain('hunter2');
  });

  it.each(['zenmeban-development-secret-change-me', 'change-me-change-me-change-me-change-me', 'a'.repeat(40)])(
    'refuses the guessable secret %s in production',
    (guessable) => {
      expect(problemsOf(() => readConfig({ ...production, SECRET: guessable }))).toEqual([
        'SECRET is one that others can guess: production needs a random one.',
      ]);
    },
  );

  it('counts an empty variable as not set', () => {
    expect(readConfig({ ...server, PORT: '', REDIS_URL: '' })).toMatchObject({ port: 3000, redisUrl: null });
  });
});

describe('secrets from files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'zenmeban-config-'));
    writeFileSync(join(folder, 'secret'), `${secret}\n`);
    writeFileSync(join(folder, 'empty'), '\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are read without the line end', () => {
    expect(readConfig({ ...server, SECRET_FILE: join(folder, 'secret') }).secret).toBe(secret);
  });

  it.each([
    [{ SECRET_FILE: 'secret', SECRET: secret }, 'Set either SECRET or SECRET_FILE, not both.'],
    [{ SECRET_FILE: 'nowhere' }, 'The file that SECRET_FILE names cannot be read.'],
    [{ REDIS_URL_FILE: 'empty' }, 'The file that REDIS_URL_FILE names is empty.'],
  ])('are refused with a sentence: %j', (variables, sentence) => {
    const paths = Object.entries(variables).map(([name, value]) => [
      name,
      name.endsWith('_FILE') ? join(folder, value) : value,
    ]);
    const env = { ...server, ...(Object.fromEntries(paths) as Record<string, string>) };
    expect(problemsOf(() => readConfig(env))).toContain(sentence);
  });
});

describe('readSettings', () => {
  it('leaves to standalone what nobody named, and shows demo data on a loopback address', () => {
    expect(readSettings({})).toMatchObject({
      databaseUrl: null,
      smtpUrl: null,
      secret: null,
      demo: true,
      localInbox: true,
      publicUrl: 'http://127.0.0.1:3000',
    });
  });

  it.each([
    [{ DATABASE_URL: server.DATABASE_URL }, false],
    [{ DATABASE_URL: server.DATABASE_URL, DEMO: '1' }, true],
    [{ SMTP_URL: server.SMTP_URL }, false],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '0.0.0.0', DEMO: 'yes' }, true],
    [{ DEMO: '0' }, false],
    [{ NODE_ENV: 'production' }, false],
  ])('with %j has demo data: %s', (env: NodeJS.ProcessEnv, demo) => {
    expect(readSettings(env).demo).toBe(demo);
  });

  it('keeps what was named when the rest is made', () => {
    const settings = readSettings({ SMTP_URL: 'smtp://mail:25' });
    const made = { databaseUrl: 'postgres://made@127.0.0.1:1/zenmeban', smtpUrl: 'smtp://127.0.0.1:2', secret };
    expect(complete(settings, made)).toMatchObject({ ...made, smtpUrl: 'smtp://mail:25' });
  });
});
