import { expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from './postgres';

it('gives each test a migrated database of its own that speaks Chinese', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.url).not.toBe(other.url);
  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  const { rows } = await client.query<{ incidents: string; upper: string; collation: string }>(
    `SELECT (SELECT count(*) FROM app.incident) AS incidents, upper('é滑倒') AS upper,
            (SELECT datlocale FROM pg_database WHERE datname = current_database()) AS collation`,
  );
  await client.end();
  expect(rows).toEqual([{ incidents: '0', upper: 'É滑倒', collation: 'C.UTF-8' }]);
  await Promise.all([one.drop(), other.drop()]);
});
