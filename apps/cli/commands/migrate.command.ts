import { migrate } from '@zenmeban/database';
import { migrateAuth } from '@zenmeban/identity';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner } from 'nest-commander';
import { READ_CONFIG, type ReadConfig } from '../read-config';
import { say } from '../with-database';

@Command({ name: 'migrate', description: 'Bring the database up to date (safe to repeat)' })
export class MigrateCommand extends CommandRunner {
  constructor(@Inject(READ_CONFIG) private readonly config: ReadConfig) {
    super();
  }

  async run(): Promise<void> {
    const migrations = await migrate(this.config().databaseUrl);
    const tables = await migrateAuth(this.config().databaseUrl);
    for (const name of migrations) say(`migrated ${name}`);
    for (const table of tables) say(`made auth.${table}`);
    if (migrations.length + tables.length === 0) say('The database is up to date.');
  }
}
