import type { Clock } from '@zenmeban/config';
import type { Language } from '@zenmeban/domain/engine';
import { outcomeSentence } from './channels/channel-words';
import type { Attempt } from './delivery-outcome';

/** How a test ended, in words. */
export type TestResult = {
  readonly outcome: Attempt['outcome'];
  readonly sentence: string;
  readonly milliseconds: number;
};

/** Longer nobody waits in front of a page; the message may still arrive. */
const patienceMs = 15_000;

/** Waits for the end of a test, but not for ever. */
export async function testResult(sending: Promise<Attempt>, language: Language, clock: Clock): Promise<TestResult> {
  const began = clock.now().getTime();
  const attempt = await Promise.race([sending, outOfPatience()]);
  return {
    outcome: attempt.outcome,
    sentence: outcomeSentence(attempt, language),
    milliseconds: clock.now().getTime() - began,
  };
}

async function outOfPatience(): Promise<Attempt> {
  await new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  return { outcome: 'ambiguous', smtpCode: null, error: null };
}
