import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { createApplication, migrateAll } from '../../dist/apps/standalone/application.js';
import { startPostgres } from '../../dist/apps/standalone/postgres/index.js';
import { complete, readSettings } from '../../dist/libs/config/index.js';
import { Database, Site } from '../../dist/libs/database/index.js';
import { createPerson } from '../../dist/libs/identity/index.js';
import { closeLater } from './closing.mjs';

export const opener = { email: 'opener@example.test', password: randomBytes(12).toString('hex') };

/**
 * A durable Postgres of its own with two databases that begin alike: migrated, with the playbooks, the sites, one
 * person who may open everywhere, and a supervisor on duty at each site. `product` is served; in `bare` nobody works
 * off what an opening leaves to be done, so that the statement is measured alone.
 */
export async function openVenue(folder, sites) {
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), kind: 'durable' });
  closeLater(() => postgres.stop());
  await once(postgres.url('postgres'), 'CREATE DATABASE product');
  const url = postgres.url('product');
  await fill(url, join(folder, 'filling'), sites);
  await once(postgres.url('postgres'), 'CREATE DATABASE bare TEMPLATE product');
  return { product: url, bare: postgres.url('bare') };
}

async function fill(databaseUrl, dataDir, sites) {
  const settings = readSettings({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, SMTP_URL: 'smtp://127.0.0.1:9' });
  const config = complete(settings, { databaseUrl, smtpUrl: '', secret: randomBytes(32).toString('hex') });
  await migrateAll(config);
  const app = await createApplication(config);
  try {
    await app.get(Database).transaction(async (tx) => {
      await createPerson(tx, { name: 'opener', language: 'zh', ...opener, grants: [{ role: 'staff', siteId: null }] });
      for (const code of sites) await addSite(tx, code);
    });
  } finally {
    await app.close();
  }
}

async function addSite(tx, code) {
  const siteId = v7();
  await tx.insert(Site, { id: siteId, code, name: { zh: code, en: code } });
  const personId = await createPerson(tx, {
    name: `supervisor ${code}`,
    email: `${code.toLowerCase()}@example.test`,
    language: 'zh',
    grants: [{ role: 'supervisor', siteId }],
  });
  await tx.query(
    `INSERT INTO app.shift (id, site_id, person_id, post, starts_at, ends_at)
     VALUES ($1, $2, $3, 'supervisor', app.app_now() - interval '1 day', app.app_now() + interval '1 year')`,
    [v7(), siteId, personId],
  );
}

/** Runs one statement on a connection of its own. @returns its rows */
export async function once(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
