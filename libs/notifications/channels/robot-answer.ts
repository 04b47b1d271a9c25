import type { DeliveryOutcome } from '@zenmeban/database';
import type { Attempt } from '../delivery-outcome';
import { oneLine } from '../one-line';

/** The code and the text in a robot's answer; code null when it is none of a robot's. */
export function answerOf(body: string, codeName: string, textName: string): { code: number | null; text: string } {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null) return notARobots;
    const { [codeName]: code, [textName]: text } = answer as Record<string, unknown>;
    return typeof code === 'number' ? { code, text: typeof text === 'string' ? text : '' } : notARobots;
  } catch {
    return notARobots;
  }
}

const notARobots = { code: null, text: '' };

/**
 * An answer as an attempt. What is no answer of a robot (a proxy's page, an overloaded server) says nothing about our
 * message: it is tried again.
 */
export function robotError(
  outcome: Exclude<DeliveryOutcome, 'ambiguous'>,
  status: number,
  code: number | null,
  text: string,
  more: Pick<Attempt, 'retryAfterSeconds' | 'finding'> = {},
): Attempt {
  if (code === null) return { outcome: 'temporary', smtpCode: status, error: `HTTP ${status}, not a robot’s answer` };
  if (outcome === 'accepted') return { outcome, smtpCode: status, error: null };
  return { outcome, smtpCode: status, error: `${code}: ${oneLine(text, 300)}`, ...more };
}
