import { Database } from '@zenmeban/database';
import { Policies } from '@zenmeban/escalation';
import { LoadPlaybooks, Playbooks } from '@zenmeban/playbooks';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { READ_CONFIG, type ReadConfig } from '../read-config';
import { helpInstead } from '../help-instead';
import { say } from '../say';
import { withDatabase } from '../with-database';

@SubCommand({ name: 'load', description: 'Check the playbook files and store what changed (safe to repeat)' })
export class LoadPlaybooksCommand extends CommandRunner {
  constructor(@Inject(READ_CONFIG) private readonly config: ReadConfig) {
    super();
  }

  /** The folder is PLAYBOOKS_DIR, as for the server. */
  async run(): Promise<void> {
    const { databaseUrl, playbooksDir } = this.config();
    await withDatabase(databaseUrl, async (source) => {
      const database = new Database(source);
      const { handbook, stored } = await new LoadPlaybooks(database, new Playbooks(database)).load(playbooksDir);
      const policies = await new Policies(database).store(handbook.policies);
      for (const id of stored) say(`stored playbook ${id}`);
      for (const id of policies) say(`stored policy ${id}`);
      const changed = stored.length + policies.length;
      say(`${handbook.playbooks.length} playbooks checked, ${changed === 0 ? 'none changed' : `${changed} stored`}.`);
    });
  }
}

@Command({ name: 'playbooks', description: 'Playbooks', subCommands: [LoadPlaybooksCommand] })
export class PlaybooksCommand extends CommandRunner {
  run(): Promise<void> {
    return helpInstead(this.command);
  }
}
