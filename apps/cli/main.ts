import 'reflect-metadata';
import { CliModule } from './cli.module';
import { runCommands } from './run-commands';

await runCommands(CliModule, 'zenmeban');
