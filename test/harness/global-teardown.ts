import { rmSync } from 'node:fs';
import { dropTemplate } from './postgres';
import { running } from './running';

/** Ends the servers of the run and removes what it wrote. */
export default async function globalTeardown(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') await dropTemplate(given);
  const postgres = await running.postgres?.catch(() => null);
  const redis = await running.redis?.catch(() => null);
  await Promise.all([postgres?.stop(), redis?.stop()]);
  if (running.folder !== null) rmSync(running.folder, { recursive: true, force: true });
}
