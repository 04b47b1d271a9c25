export { Database, type Transaction } from './database';
export { DatabaseModule } from './database.module';
export { dataSourceOptions } from './data-source';
export { forgottenAfterMs, idleTimeoutMs, impatientSocket, outlive, statementTimeoutMs } from './impatient-socket';
export { migrate } from './migrate';
export * from './entities';
