import pg from 'pg';

/** Whose accounts a migrated database holds: nobody's yet, the demo's (whose password everybody knows), or real ones. */
export type Accounts = 'none' | 'demo' | 'real';

/** @param databaseUrl of a migrated database */
export async function accountsIn(databaseUrl: string): Promise<Accounts> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ demo: boolean }>(
      `SELECT email LIKE '%@demo.local' AS demo FROM app.person ORDER BY demo DESC NULLS LAST LIMIT 1`,
    );
    const [person] = rows;
    return person === undefined ? 'none' : person.demo ? 'demo' : 'real';
  } finally {
    await client.end();
  }
}
