import { inProduct } from './product-database';

/** From now on nothing is heard of the engine's loops, for two minutes already. */
export async function silenceEngine(): Promise<void> {
  await inProduct((client) =>
    client.query(
      `BEGIN;
       UPDATE app.heartbeat SET at = at - interval '2 minutes';
       CREATE FUNCTION app.no_heartbeat() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
       CREATE TRIGGER no_heartbeat BEFORE INSERT OR UPDATE ON app.heartbeat
         FOR EACH ROW EXECUTE FUNCTION app.no_heartbeat();
       COMMIT`,
    ),
  );
}

/** Its loops are heard of again, at their next turn. */
export async function hearEngine(): Promise<void> {
  await inProduct((client) => client.query('DROP FUNCTION IF EXISTS app.no_heartbeat() CASCADE'));
}
