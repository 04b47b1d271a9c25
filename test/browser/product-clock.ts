import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Pushes the clock of the running product: from now on `app.app_now()` is ahead of the real time.
 * @param ahead a Postgres interval such as `5 minutes`, from the real time on
 */
export async function setClockAhead(ahead: string): Promise<void> {
  const folder = process.env['PRODUCT_DATA_DIR'] ?? '';
  const { postgresPort } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { postgresPort: number };
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8').trim();
  const client = new pg.Client({
    connectionString: `postgres://zenmeban:${password}@127.0.0.1:${postgresPort}/zenmeban`,
  });
  await client.connect();
  try {
    await client.query(
      `CREATE OR REPLACE FUNCTION app.app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
       AS $body$ SELECT now() + interval ${client.escapeLiteral(ahead)} $body$`,
    );
  } finally {
    await client.end();
  }
}
