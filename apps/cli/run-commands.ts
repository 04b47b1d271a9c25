import type { Type } from '@nestjs/common';
import { CommandFactory } from 'nest-commander';
import { sentenceOf } from './failure';

/** Runs one command, then ends: no loops, no queues, nothing that would keep the process alive. */
export async function runCommands(module: Type, cliName: string, usage: string): Promise<void> {
  const fail = (error: unknown) => {
    process.exitCode = 1;
    const sentence = sentenceOf(error, usage);
    if (sentence) process.stderr.write(`${sentence}\n`);
  };
  await CommandFactory.run(module, {
    logger: false,
    cliName,
    abortOnError: false,
    errorHandler: fail,
    serviceErrorHandler: fail,
  }).catch(fail);
}
