import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database, dataSourceOptions } from '@zenmeban/database';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/harness/postgres';
import { type Auth, authPool, createAuth } from './auth';
import { pendingAuthMigrations } from './migrate-auth';
import { mountAuth } from './mount-auth';
import { createPerson, People } from './people';
import { Sessions } from './sessions';

const password = 'three blue lanterns';
const publicUrl = 'https://zenmeban.example';

let home: TestDatabase;
let pool: Pool;
let auth: Auth;
let server: FastifyInstance;
let base: string;
let database: Database;
let sessions: Sessions;
const mails: { userId: string; url: string }[] = [];
let people = 0;

beforeAll(async () => {
  home = await createTestDatabase();
  pool = authPool(home.url);
  auth = createAuth({
    pool,
    secret: 'a secret of the tests, 32 characters',
    publicUrl,
    sendResetPassword: (mail) => Promise.resolve(void mails.push(mail)),
  });
  database = new Database(await new DataSource(dataSourceOptions(home.url)).initialize());
  sessions = new Sessions(auth, database);
  server = Fastify({ trustProxy: false });
  await mountAuth(server, auth);
  base = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await database.source.destroy();
  await pool.end();
  await home.drop();
});
beforeEach(() => void mails.splice(0));

const newPerson = (more: { password?: string } = { password }) =>
  database.transaction(async (tx) => {
    people += 1;
    const email = `person${people}@zenmeban.example`;
    const id = await createPerson(tx, {
      name: '林晓',
      email,
      language: 'zh',
      grants: [{ role: 'staff', siteId: null }],
      ...more,
    });
    return { id, email };
  });

type Answer = { statusCode: number; headers: Headers; body: string; cookie: string };

async function send(path: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${base}/api/auth${path}`, { method: 'POST', body, headers });
  const cookie = response.headers.getSetCookie().join('; ');
  return { statusCode: response.status, headers: response.headers, body: await response.text(), cookie };
}

const json = 'application/json';
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  send(path, JSON.stringify(body), { origin: publicUrl, 'content-type': json, ...headers });

const signIn = (email: string, word = password) => post('/sign-in/email', { email, password: word });

async function cookieOf(email: string, word = password): Promise<string> {
  const response = await signIn(email, word);
  expect(response.statusCode).toBe(200);
  return firstOf(response);
}

const firstOf = ({ cookie }: Answer) => cookie.split(';')[0] ?? '';
const actor = (cookie: string) => sessions.actorOf(new Headers({ cookie }));
const code = (response: { body: string }) => (JSON.parse(response.body) as { code?: string }).code;
const pass = (minutes: number) =>
  database.source.query(`CREATE OR REPLACE FUNCTION app.app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT now() + interval '${minutes} minutes' $$`);

describe('the tables of the accounts', () => {
  it('are complete after the migration', async () => {
    expect(await pendingAuthMigrations(home.url)).toEqual([]);
  });
});

describe('signing in', () => {
  it('gives a cookie that only this host gets, over https, out of reach of scripts', async () => {
    const { email } = await newPerson();
    const response = await signIn(email);
    const { cookie } = response;
    expect(cookie).toMatch(/^__Host-zenmeban\.session_token=/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  });

  it('makes the person known with their roles', async () => {
    const { id, email } = await newPerson();
    const found = await actor(await cookieOf(email));
    expect(found).toMatchObject({ personId: id, grants: [{ role: 'staff', siteId: null }], person: { email } });
  });

  it('makes a new session and ignores one that was there before', async () => {
    const { email } = await newPerson();
    const first = await cookieOf(email);
    const again = await post('/sign-in/email', { email, password }, { cookie: first });
    expect(firstOf(again)).not.toBe(first);
  });

  it('knows nobody without, or with a forged, cookie', async () => {
    const { email } = await newPerson();
    const cookie = await cookieOf(email);
    expect(await sessions.actorOf(new Headers())).toBeNull();
    expect(await actor(`${cookie.slice(0, -3)}abc`)).toBeNull();
  });

  it('answers the same to a wrong password, an unknown account, one without password and a deactivated one', async () => {
    const known = await newPerson();
    const without = await newPerson({});
    const gone = await newPerson();
    await database.transaction((tx) => new People(database).setActive(tx, gone.id, false));
    const answers = [
      await signIn(known.email, 'not this one'),
      await signIn('nobody@zenmeban.example'),
      await signIn(without.email),
      await signIn(gone.email),
    ];
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(401);
    expect(code(answers[0] ?? { body: '' })).toBe('auth.wrong_credentials');
  });

  it('takes about as long for an unknown account as for a known one', async () => {
    const { email } = await newPerson();
    const median = async (address: (round: number) => string) => {
      const times: number[] = [];
      for (let round = 0; round < 9; round += 1) {
        const began = performance.now();
        await signIn(address(round), 'not this one');
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[4] ?? 0;
    };
    const known = await median(() => email);
    const unknown = await median((round) => `ghost${round}@zenmeban.example`);
    /* Without the hash an unknown account would answer in a fifth of the time. */
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('refuses a foreign page, a form, and what is not a door', async () => {
    const { email } = await newPerson();
    const foreign = await post('/sign-in/email', { email, password }, { origin: 'https://elsewhere.example' });
    expect(foreign.statusCode).toBe(403);
    const form = await send('/sign-in/email', JSON.stringify({ email, password }), { 'content-type': 'text/plain' });
    expect(form.statusCode).toBe(415);
    expect((await post('/sign-up/email', { email: 'x@y.example', password, name: 'x' })).statusCode).toBe(404);
  });

  it("answers a NUL where it looks something up as the caller's mistake, not as its own", async () => {
    const nul = await post('/reset-password', { newPassword: password, token: '\u0000' });
    expect(nul.statusCode).toBe(400);
  });

  it.each([
    ['not JSON', '{"email":', 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['blanks', '  ', 400],
    ['another type', '{"email":{"$ne":1},"password":true}', 400],
    ['a NUL', '{"email":"a\\u0000@b.example","password":"x"}', 400],
    ['half a character', '{"email":"a@b.example","password":"\\ud800"}', 401],
    ['a password of 10,000 characters', JSON.stringify({ email: 'a@b.example', password: '家'.repeat(3_000) }), 400],
    ['20 kB', JSON.stringify({ email: 'a@b.example', password: 'a'.repeat(20_000) }), 413],
  ])('answers %s with a problem', async (_what, payload, status) => {
    const response = await send('/sign-in/email', payload, { 'content-type': json, origin: publicUrl });
    expect(response.statusCode).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(code(response)).toMatch(/^[a-z]+\.[a-z_]+$/);
  });
});

describe('guessing', () => {
  it('stops after ten wrong tries, tells how long to wait, and ends by itself', async () => {
    const { email } = await newPerson();
    const tries = await Promise.all(Array.from({ length: 15 }, () => signIn(email, 'not this one')));
    expect(tries.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10);
    const right = await signIn(email);
    expect(right.statusCode).toBe(429);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(right.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    await pass(16);
    expect((await signIn(email)).statusCode).toBe(200);
    await pass(0);
  });

  it('holds for an account that does not exist, too', async () => {
    for (let i = 0; i < 10; i += 1) await signIn('ghost@zenmeban.example');
    expect((await signIn('Ghost@zenmeban.example ')).statusCode).not.toBe(401);
    expect((await signIn('ghost@zenmeban.example')).statusCode).toBe(429);
  });

  it('by a stranger does not lock the owner out of a device that signed in before', async () => {
    const { email } = await newPerson();
    const own = (await signIn(email)).cookie
      .split('; ')
      .filter((part) => part.startsWith('__Host-'))
      .join('; ');
    for (let i = 0; i < 11; i += 1) await signIn(email, 'not this one');
    expect((await signIn(email)).statusCode).toBe(429);
    expect((await post('/sign-in/email', { email, password }, { cookie: own })).statusCode).toBe(200);
    const other = await newPerson();
    for (let i = 0; i < 11; i += 1) await signIn(other.email, 'not this one');
    expect((await post('/sign-in/email', { email: other.email, password }, { cookie: own })).statusCode).toBe(429);
    const guesses = Array.from({ length: 11 }, () =>
      post('/sign-in/email', { email, password: 'not this one' }, { cookie: own }),
    );
    expect((await Promise.all(guesses)).filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  });

  it('does not count what was right', async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 12; i += 1) expect((await signIn(email)).statusCode).toBe(200);
  });

  it('limits guesses of the present password within a session', async () => {
    const { email } = await newPerson();
    const cookie = await cookieOf(email);
    const guess = () =>
      post('/change-password', { currentPassword: 'not this one', newPassword: 'four green lanterns' }, { cookie });
    for (let i = 0; i < 10; i += 1) expect((await guess()).statusCode).toBe(400);
    expect((await guess()).statusCode).toBe(429);
  });
});

describe('sessions', () => {
  it('end at once when the person is deactivated', async () => {
    const { id, email } = await newPerson();
    const cookie = await cookieOf(email);
    await database.transaction((tx) => new People(database).setActive(tx, id, false));
    expect(await actor(cookie)).toBeNull();
    expect((await signIn(email)).statusCode).toBe(401);
  });

  it('end on signing out', async () => {
    const { email } = await newPerson();
    const cookie = await cookieOf(email);
    expect((await post('/sign-out', {}, { cookie })).statusCode).toBe(200);
    expect(await actor(cookie)).toBeNull();
  });

  it('end everywhere else when the password changes', async () => {
    const { email } = await newPerson();
    const elsewhere = await cookieOf(email);
    const here = await cookieOf(email);
    const changed = await post(
      '/change-password',
      { currentPassword: password, newPassword: 'four green lanterns' },
      { cookie: here },
    );
    expect(changed.statusCode).toBe(200);
    expect(await actor(elsewhere)).toBeNull();
    expect(await actor(firstOf(changed))).not.toBeNull();
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => post('/request-password-reset', { email });
  const token = () => new URL(mails[0]?.url ?? publicUrl).searchParams.get('token') ?? '';

  it('can be chosen anew once by the mailed link, which ends every session', async () => {
    const { email } = await newPerson();
    const cookie = await cookieOf(email);
    expect((await ask(email)).statusCode).toBe(200);
    expect(mails[0]?.url).toMatch(/^https:\/\/zenmeban\.example\/reset-password\?token=\w{20,}$/);
    const body = { token: token(), newPassword: 'four green lanterns' };
    expect((await post('/reset-password', body)).statusCode).toBe(200);
    expect(await actor(cookie)).toBeNull();
    expect((await signIn(email)).statusCode).toBe(401);
    expect((await signIn(email, 'four green lanterns')).statusCode).toBe(200);
    const again = await post('/reset-password', { ...body, newPassword: 'five red lanterns' });
    expect([again.statusCode, code(again)]).toEqual([400, 'auth.link_expired']);
  });

  it('gives a first password to somebody who never had one', async () => {
    const { email } = await newPerson({});
    await ask(email);
    await post('/reset-password', { token: token(), newPassword: '三盏蓝色的灯笼啊' });
    expect((await signIn(email, '三盏蓝色的灯笼啊')).statusCode).toBe(200);
  });

  it('lets the owner back in although somebody else used up the tries', async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 11; i += 1) await signIn(email, 'not this one');
    await ask(email);
    await post('/reset-password', { token: token(), newPassword: 'four green lanterns' });
    expect((await signIn(email, 'four green lanterns')).statusCode).toBe(200);
  });

  it('gives the same answer for an unknown address, and no mail', async () => {
    const { email } = await newPerson();
    const known = await ask(email);
    mails.splice(0);
    const unknown = await ask('nobody@zenmeban.example');
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect(mails).toEqual([]);
  });

  it.each([
    ['1234567', 'password.too_short'],
    ['WoAiNi1314', 'password.too_common'],
    ['ａ１２３４５６７８９', 'password.too_common'],
    ['家'.repeat(129), 'password.too_long'],
  ])('does not take %s', async (newPassword, expected) => {
    const { email } = await newPerson();
    await ask(email);
    const response = await post('/reset-password', { token: token(), newPassword });
    expect([response.statusCode, code(response)]).toEqual([400, expected]);
    expect((await post('/reset-password', { token: token(), newPassword: '家'.repeat(128) })).statusCode).toBe(200);
  });
});
