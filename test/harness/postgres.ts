import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { given } from './given';

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

/** A database of its own, of random name, with the schema of today and no rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const template = await migratedTemplate(server);
  return make(server, `TEMPLATE ${template}`);
}

/** An empty database of random name, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return make(await serverUrl(), '');
}

/** Removes what `createTestDatabase` copies from. */
export async function dropTemplate(server: string): Promise<void> {
  await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${templateName()} WITH (FORCE)`));
}

async function serverUrl(): Promise<string> {
  const server = await given('postgres');
  if ('problem' in server) throw new Error(server.problem);
  return server.url;
}

async function make(server: string, source: string): Promise<TestDatabase> {
  const name = `zenmeban_test_${randomBytes(8).toString('hex')}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name} ${source}`));
  return {
    url: urlOf(server, name),
    drop: async () => {
      await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

function templateName(): string {
  return `zenmeban_template_${process.env['ZENMEBAN_TEST_RUN'] ?? 'alone'}`;
}

/** Migrated once per run, by whichever worker comes first; the others wait for it. */
async function migratedTemplate(server: string): Promise<string> {
  const name = templateName();
  await withClient(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [7_205_099]);
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (there.rowCount !== 0) return;
    const unfinished = `${name}_new`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await migrateAll(urlOf(server, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  });
  return name;
}

/* Imported late, so that the setup and the teardown of a run do without our rooms. */
async function migrateAll(url: string): Promise<void> {
  const { migrate } = await import('@zenmeban/database');
  const { migrateAuth } = await import('@zenmeban/identity');
  const { migrateQueues } = await import('@zenmeban/queues');
  await migrate(url);
  await migrateAuth(url);
  await migrateQueues(url);
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
