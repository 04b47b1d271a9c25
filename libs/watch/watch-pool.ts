import { CONFIG, type Config } from '@zenmeban/config';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** How long a question of the watchers may take; a health check answers within 5 s whatever happens. */
const patienceMs = 3_000;

/**
 * Two connections of its own: what watches must still get through when the others are all taken, and must not hang
 * when the database does.
 */
@Injectable()
export class WatchPool implements OnApplicationShutdown {
  private readonly logger = new Logger('WatchPool');
  private readonly pool: pg.Pool;

  constructor(@Inject(CONFIG) { databaseUrl }: Pick<Config, 'databaseUrl'>) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: 2,
      connectionTimeoutMillis: patienceMs / 2,
      query_timeout: patienceMs / 2,
      statement_timeout: patienceMs / 2,
      idleTimeoutMillis: 10_000,
    });
    this.pool.on('error', (error) => {
      this.logger.debug(error.message);
    });
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** @returns the rows. Throws within 3 s when the database does not answer */
  async query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>(text, values);
    return rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
