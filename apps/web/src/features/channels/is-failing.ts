import type { Channel } from '../../lib/types';

/** Whether the last calls to it were refused, or have not arrived so far. */
export const isFailing = ({ enabled, failures, failingSince }: Channel): boolean =>
  enabled && (failures > 0 || failingSince !== null);
