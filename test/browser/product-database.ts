import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Does something in the database of the running product. */
export async function inProduct<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const folder = process.env['PRODUCT_DATA_DIR'] ?? '';
  const { postgresPort } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { postgresPort: number };
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
  const client = new pg.Client({
    connectionString: `postgres://zenmeban:${password}@127.0.0.1:${postgresPort}/zenmeban`,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
