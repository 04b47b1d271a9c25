import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { createApplication, migrateAll } from '../../../dist/apps/standalone/application.js';
import { complete, readSettings } from '../../../dist/libs/config/index.js';
import { Database } from '../../../dist/libs/database/index.js';
import { createPerson } from '../../../dist/libs/identity/index.js';
import { migrateQueues } from '../../../dist/libs/queues/index.js';
import { recorder } from './recorder.mjs';

/**
 * Makes the database of a stage: migrated, with the playbooks, two people who may act everywhere, and the recorder.
 * @returns their accounts
 */
export async function fillDatabase(postgres, database, folder) {
  await run(postgres.url('postgres'), `CREATE DATABASE ${database}`);
  const databaseUrl = postgres.url(database);
  const settings = readSettings({
    DATA_DIR: join(folder, 'filling'),
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'error',
  });
  const config = complete(settings, { databaseUrl, smtpUrl: '', secret: randomBytes(32).toString('hex') });
  await migrateAll(config);
  await migrateQueues(databaseUrl);
  const people = {
    floor: { email: 'floor@faults.test', password: randomBytes(12).toString('hex'), role: 'staff' },
    supervisor: { email: 'supervisor@faults.test', password: randomBytes(12).toString('hex'), role: 'supervisor' },
  };
  const app = await createApplication(config);
  try {
    await app.get(Database).transaction(async (tx) => {
      for (const [name, { email, password, role }] of Object.entries(people))
        await createPerson(tx, { name, language: 'zh', email, password, grants: [{ role, siteId: null }] });
    });
  } finally {
    await app.close();
  }
  await run(databaseUrl, recorder);
  return people;
}

async function run(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
