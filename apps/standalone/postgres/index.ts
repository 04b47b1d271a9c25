export { type EmbeddedPostgres, type PostgresOptions, startPostgres } from './server';
