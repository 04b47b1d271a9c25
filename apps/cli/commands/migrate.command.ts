import { migrate } from '@zenmeban/database';
import { migrateAuth } from '@zenmeban/identity';
import { migrateQueues } from '@zenmeban/queues';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner } from 'nest-commander';
import { READ_CONFIG, type ReadConfig } from '../read-config';
import { say } from '../say';

@Command({ name: 'migrate', description: 'Bring the database up to date (safe to repeat)' })
export class MigrateCommand extends CommandRunner {
  constructor(@Inject(READ_CONFIG) private readonly config: ReadConfig) {
    super();
  }

  async run(): Promise<void> {
    const { databaseUrl, redisUrl } = this.config();
    const migrations = await migrate(databaseUrl);
    const tables = await migrateAuth(databaseUrl);
    if (redisUrl === null) await migrateQueues(databaseUrl);
    for (const name of migrations) say(`migrated ${name}`);
    for (const table of tables) say(`made auth.${table}`);
    if (migrations.length + tables.length === 0) say('The database is up to date.');
  }
}
