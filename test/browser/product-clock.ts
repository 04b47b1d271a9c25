import { inProduct } from './product-database';

/**
 * Pushes the clock of the running product: from now on `app.app_now()` is ahead of the real time.
 * @param ahead a Postgres interval such as `5 minutes`, from the real time on
 */
export async function setClockAhead(ahead: string): Promise<void> {
  await inProduct((client) =>
    client.query(
      `CREATE OR REPLACE FUNCTION app.app_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
       AS $body$ SELECT now() + interval ${client.escapeLiteral(ahead)} $body$`,
    ),
  );
}
