import type { Localized } from './localized';

/** Whose fault it is, as HTTP understands it; the one filter of the API maps it to a status. */
export type Fault = 'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'too_many' | 'unavailable';

/** One field that is wrong; `path` like `answers.injury` or `steps[2].when`. */
export type FieldProblem = { readonly path: string; readonly code: string; readonly message: Localized };

/**
 * An error of the product: a stable code (`incident.already_closed`), a plain sentence in both languages that says
 * what to do, and every invalid field at once.
 */
export class DomainError extends Error {
  constructor(
    readonly fault: Fault,
    readonly code: string,
    readonly sentence: Localized,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'DomainError';
  }
}
