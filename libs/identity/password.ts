import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords';

export const shortestPassword = 8;
export const longestPassword = 128;

export type PasswordProblem = 'too_short' | 'too_long' | 'too_common';

/** argon2id (the package's default) as OWASP's cheat sheet asks: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many hashes may run at once in one process: a rush of sign-ins must not starve escalation of the machine. */
const atOnce = 2;

let running = 0;
const queue: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((start) => queue.push(start));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The same characters typed on another keyboard (full width, composed or not) are the same password. */
const canonical = (password: string) => password.normalize('NFKC');

/** What is wrong with a new password, or null. Any characters are welcome: length and commonness decide. */
export function passwordProblem(password: string): PasswordProblem | null {
  const length = [...canonical(password)].length;
  if (length < shortestPassword) return 'too_short';
  if (length > longestPassword) return 'too_long';
  return commonPasswords.has(canonical(password).toLowerCase()) ? 'too_common' : null;
}

/** @returns an argon2id hash in PHC form, salt included */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(canonical(password), cost));
}

/** False for a wrong password as for a hash that cannot be read. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, canonical(password)).catch(() => false));
}
