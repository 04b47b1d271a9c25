import { Foundation1764000000000 } from './1764000000000-foundation';

/** In order; a migration that was released is never edited. */
export const migrations = [Foundation1764000000000];
