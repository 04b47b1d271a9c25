import { dataSourceOptions } from '@zenmeban/database';
import { DataSource } from 'typeorm';

/** Opens two connections for one command and closes them in any case. Long statements may take a minute. */
export async function withDatabase<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const options = dataSourceOptions(url, 2);
  const source = await new DataSource({
    ...options,
    extra: { ...(options.extra as object), statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 },
  }).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}
