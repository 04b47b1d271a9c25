import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner, Option } from 'nest-commander';
import { Failure } from '../failure';
import { importFile } from '../import/import-file';
import { reportPlan } from '../import/report';
import { type Kind, kinds } from '../import/table';
import { READ_CONFIG, type ReadConfig } from '../read-config';
import { say } from '../say';
import { withDatabase } from '../with-database';

type Options = { kind?: Kind; dryRun?: boolean };

@Command({
  name: 'import',
  arguments: '<file>',
  description: 'Import sites, places, people and shifts from a YAML or CSV file (safe to repeat)',
})
export class ImportCommand extends CommandRunner {
  constructor(@Inject(READ_CONFIG) private readonly config: ReadConfig) {
    super();
  }

  async run([file = '']: string[], { kind, dryRun = false }: Options): Promise<void> {
    const bytes = await readFile(file).catch(() => {
      throw new Failure(`${file} cannot be read. Check the path.`);
    });
    const result = await withDatabase(this.config().databaseUrl, (source) =>
      importFile(source, { name: basename(file), bytes, ...(kind ? { kind } : {}), dryRun }),
    );
    if (!result.ok)
      throw new Failure([...result.problems, `${result.problems.length} to correct; nothing was imported.`].join('\n'));
    for (const line of reportPlan(result.plan, dryRun)) say(line);
  }

  @Option({ flags: '--kind <kind>', description: `what a CSV file holds: ${kinds.join(', ')}` })
  kind(value: string): Kind {
    const kind = kinds.find((known) => known === value);
    if (!kind) throw new Failure(`--kind is one of ${kinds.join(', ')}.`);
    return kind;
  }

  @Option({ flags: '--dry-run', description: 'show what would be done, write nothing' })
  dryRun(): boolean {
    return true;
  }
}
