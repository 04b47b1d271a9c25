import { Failure } from './failure';

/** A group of commands does nothing by itself: shows what it holds, and fails. */
export function helpInstead(command: { outputHelp(context: { error: boolean }): void }): Promise<never> {
  command.outputHelp({ error: true });
  return Promise.reject(new Failure(''));
}
