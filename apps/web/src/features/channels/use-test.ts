import { useMutation } from '@tanstack/react-query';
import type { TestOutcome } from '../../lib/types';

/** Sends a test by `send`, then has what is shown of the way looked at again, whatever came of it. */
export const useTest = (send: () => Promise<TestOutcome>, refresh: () => void) =>
  useMutation({ mutationFn: send, onSettled: refresh });
