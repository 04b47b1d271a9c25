import { checkFacts, type Difference, rebuildFacts, recordCheck } from '@zenmeban/analysis';
import { Database } from '@zenmeban/database';
import { Inject } from '@nestjs/common';
import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { Failure } from '../failure';
import { helpInstead } from '../help-instead';
import { READ_CONFIG, type ReadConfig } from '../read-config';
import { say } from '../say';
import { withDatabase } from '../with-database';

/** So many incidents that differ are printed; more are only counted. */
const mostPrinted = 50;

@SubCommand({ name: 'rebuild', description: 'Make the figures anew from the record (safe beside a running product)' })
export class RebuildFactsCommand extends CommandRunner {
  constructor(@Inject(READ_CONFIG) private readonly config: ReadConfig) {
    super();
  }

  async run(): Promise<void> {
    const { databaseUrl } = this.config();
    let told = 0;
    const { done, written, removed } = await withDatabase(databaseUrl, (source) =>
      rebuildFacts(new Database(source), (progress) => {
        const tenth = Math.floor((10 * progress.done) / progress.total);
        if (tenth > told) say(`${tenth}0 %: ${progress.done} of ${progress.total} incidents`);
        told = tenth;
      }),
    );
    say(`${done} incidents: ${written} facts were missing or different and are right now, ${removed} taken away.`);
  }
}

@SubCommand({ name: 'check', description: 'Compare the figures with the record and print what differs' })
export class CheckFactsCommand extends CommandRunner {
  constructor(@Inject(READ_CONFIG) private readonly config: ReadConfig) {
    super();
  }

  /** The result is written down as the nightly check's is, and so raises or ends its alarm. */
  async run(): Promise<void> {
    const first: Difference[] = [];
    let differing = 0;
    const checked = await withDatabase(this.config().databaseUrl, async (source) => {
      const database = new Database(source);
      const startedAt = await database.now();
      const count = await checkFacts(database, ({ differences }) => {
        differing += differences.length;
        first.push(...differences.slice(0, mostPrinted - first.length));
      });
      await database.transaction((tx) => recordCheck(tx, { startedAt, checked: count, differing, first }));
      return count;
    });
    for (const difference of first) say(inWords(difference));
    if (differing > first.length) say(`… and ${differing - first.length} more`);
    if (differing === 0) return say(`${checked} incidents checked: the figures are what the record says.`);
    throw new Failure(`${differing} of ${checked} incidents differ. Make them anew: npm run zenmeban -- facts rebuild`);
  }
}

@Command({
  name: 'facts',
  description: 'What the figures are made of',
  subCommands: [RebuildFactsCommand, CheckFactsCommand],
})
export class FactsCommand extends CommandRunner {
  run(): Promise<void> {
    return helpInstead(this.command);
  }
}

function inWords({ reference, what }: Difference): string {
  if (what === 'missing') return `${reference}: has no fact`;
  if (what === 'too much') return `${reference}: has a fact, but does not count`;
  const columns = what.map(({ column, stored, made }) => `${column} is ${said(stored)}, should be ${said(made)}`);
  return `${reference}: ${columns.join('; ')}`;
}

const said = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
