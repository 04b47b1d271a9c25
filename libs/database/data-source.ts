import type { DataSourceOptions } from 'typeorm';
import { entities } from './entities';
import { forgottenAfterMs, idleTimeoutMs, impatientSocket, outlive, statementTimeoutMs } from './impatient-socket';
import { migrations } from './migrations';
import { SnakeCaseNaming } from './naming';

/**
 * How every process connects: our tables live in schema `app`, a statement may take 4 s, a forgotten transaction 5 s.
 * @param url a `postgres://` URL
 * @param poolSize most connections of this process
 */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    schema: 'app',
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    migrationsRun: false,
    logging: false,
    extra: {
      max: poolSize,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: forgottenAfterMs,
      connectionTimeoutMillis: statementTimeoutMs,
      idleTimeoutMillis: idleTimeoutMs,
      stream: () => impatientSocket(),
      onConnect: outlive,
      options: '-c synchronous_commit=on',
    },
  };
}
