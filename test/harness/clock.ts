import type { DataSource } from 'typeorm';

/** Gives a test database a clock that can be pushed: `app.app_now()` is the real time plus an offset of ours. */
export async function makeClockPushable(source: DataSource): Promise<void> {
  await source.query(`CREATE TABLE app.test_clock (ahead interval NOT NULL)`);
  await source.query(`INSERT INTO app.test_clock VALUES ('0')`);
  await source.query(
    `CREATE OR REPLACE FUNCTION app.app_now() RETURNS timestamptz LANGUAGE sql STABLE
     AS 'SELECT now() + (SELECT ahead FROM app.test_clock)'`,
  );
}

/** @param by a Postgres interval such as `5 minutes` */
export async function pushClock(source: DataSource, by: string): Promise<void> {
  await source.query('UPDATE app.test_clock SET ahead = ahead + $1::interval', [by]);
}

/** For stories told of fixed days: the database's clock goes on from `at`. */
export async function setClock(source: DataSource, at: string): Promise<void> {
  await source.query('UPDATE app.test_clock SET ahead = $1::timestamptz - now()', [at]);
}
