import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module';
import { sentenceOf } from './failure';

/* One command, then the end: no loops, no queues, nothing that would keep the process alive. */
const fail = (error: unknown) => {
  process.exitCode = 1;
  const sentence = sentenceOf(error);
  if (sentence) process.stderr.write(`${sentence}\n`);
};

await CommandFactory.run(CliModule, {
  logger: false,
  cliName: 'zenmeban',
  abortOnError: false,
  errorHandler: fail,
  serviceErrorHandler: fail,
}).catch(fail);
