import 'reflect-metadata';
import { CliModule } from './cli.module';
import { runCommands } from './run-commands';

/** Shown when the words are wrong. */
const usage = `Usage: npm run zenmeban -- migrate
       npm run zenmeban -- playbooks load
       npm run zenmeban -- administrator create --email <address> --name <name>
       npm run zenmeban -- import <file> [--kind sites|places|people|shifts] [--dry-run]
       npm run zenmeban -- facts rebuild|check`;

await runCommands(CliModule, 'zenmeban', usage);
