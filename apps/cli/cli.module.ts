import { readConfig } from '@zenmeban/config';
import { Module } from '@nestjs/common';
import { AdministratorCommand, CreateAdministratorCommand } from './commands/administrator.command';
import { CheckFactsCommand, FactsCommand, RebuildFactsCommand } from './commands/facts.command';
import { ImportCommand } from './commands/import.command';
import { MigrateCommand } from './commands/migrate.command';
import { LoadPlaybooksCommand, PlaybooksCommand } from './commands/playbooks.command';
import { READ_CONFIG } from './read-config';

/** The commands. Each reads the configuration and opens a connection when it runs: `--help` needs neither. */
@Module({
  providers: [
    { provide: READ_CONFIG, useValue: () => readConfig(process.env) },
    MigrateCommand,
    PlaybooksCommand,
    LoadPlaybooksCommand,
    AdministratorCommand,
    CreateAdministratorCommand,
    ImportCommand,
    FactsCommand,
    RebuildFactsCommand,
    CheckFactsCommand,
  ],
})
export class CliModule {}
