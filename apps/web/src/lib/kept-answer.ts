import { forgetAll, recall, remember } from './local-store';
import { isNotDone } from './problem';

/** Raised when what is kept changes its shape, so that an older app's is not taken for it. */
const shape = 2;

const placeOf = (key: string) => `kept.${shape}.${key}`;

/** Query options: at once the last answer this device kept, then a fresh one; without a network, that is all. */
export function keptFirst<T>(key: string, ask: () => Promise<T>) {
  return { queryFn: () => keep(key, ask()), initialData: () => kept<T>(key), initialDataUpdatedAt: 0 };
}

/** A fresh answer; only where the server cannot give one, the last that this device kept. */
export async function keptLast<T>(key: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await keep(key, ask());
  } catch (error) {
    const last = isNotDone(error) ? kept<T>(key) : undefined;
    if (last === undefined) throw error;
    return last;
  }
}

/** Whether this device keeps an answer to this. */
export const isKept = (key: string): boolean => recall(placeOf(key)) !== null;

/** What was kept was for whoever was signed in. */
export const forgetKeptAnswers = (): void => forgetAll('kept.');

async function keep<T>(key: string, asked: Promise<T>): Promise<T> {
  const answer = await asked;
  remember(placeOf(key), JSON.stringify(answer));
  return answer;
}

function kept<T>(key: string): T | undefined {
  const text = recall(placeOf(key));
  return text === null ? undefined : (JSON.parse(text) as T);
}
