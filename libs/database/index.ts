export { Database, type Transaction } from './database';
export { DatabaseModule } from './database.module';
export { dataSourceOptions } from './data-source';
export { migrate } from './migrate';
export * from './entities';
