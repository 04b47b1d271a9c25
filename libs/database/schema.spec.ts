import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createEmptyDatabase, type TestDatabase } from '../../test/harness/postgres';
import { dataSourceOptions } from './data-source';
import { migrate } from './migrate';

/* What TypeORM's own comparison does not see: functions, triggers, expressions, partial indexes. */
const catalogue = `
SELECT 'function ' || p.proname AS part, pg_get_functiondef(p.oid) AS definition
FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
UNION ALL
SELECT 'trigger ' || t.tgname, pg_get_triggerdef(t.oid)
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = 'app'::regnamespace AND NOT t.tgisinternal
UNION ALL
SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'app' AND tablename <> 'migration'
UNION ALL
SELECT 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'app'::regnamespace AND contype <> 'n'
  AND conrelid <> 'app.migration'::regclass
UNION ALL
SELECT 'column ' || table_name || '.' || column_name,
  concat_ws(' ', data_type, CASE is_nullable WHEN 'NO' THEN 'not null' END, 'default ' || column_default)
FROM information_schema.columns WHERE table_schema = 'app' AND table_name <> 'migration'
ORDER BY 1`;

describe('the schema', () => {
  let empty: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    empty = await createEmptyDatabase();
  });
  afterAll(async () => {
    await source.destroy();
    await empty.drop();
  });

  it('is brought up to date once, however many processes start together', async () => {
    const ran = await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    source = await new DataSource(dataSourceOptions(empty.url)).initialize();
  });

  it('is what the entities say', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has changed only on purpose', async () => {
    const parts = await source.query<{ part: string; definition: string }[]>(catalogue);
    expect(parts.map(({ part, definition }) => `${part}: ${definition}`).join('\n')).toMatchSnapshot();
  });
});
