import { DomainError } from '@zenmeban/domain/engine';

/** What went wrong, in a sentence for whoever typed the command; '' when everything was said already. */
export class Failure extends Error {}

/**
 * @param usage what is said when the words are wrong
 * @returns one or more lines for stderr, never a stack; '' when nothing needs to be added
 */
export function sentenceOf(error: unknown, usage: string): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof DomainError) return error.sentence.en;
  const code = error && typeof error === 'object' && 'code' in error ? String(error.code) : '';
  /* The parser has said what is wrong with the words, or shown the help that was asked for. */
  if (code.startsWith('commander.')) return code.startsWith('commander.help') ? '' : usage;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return 'The database does not answer. Check DATABASE_URL, and whether the server runs.';
  if (code === '28P01' || code === '28000') return 'The database refuses the user or password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist. Create it first.';
  if (code === '42P01' || code === '3F000') return 'The database is not migrated. Run: npm run zenmeban -- migrate';
  return error instanceof Error ? error.message : 'Something went wrong.';
}
