import type { IncidentRow } from '../../lib/types';

/** Who has taken an incident on last, if anybody, and whether a call about it waits for an answer all the same. */
export const whoIsOnIt = ({ state, acknowledgedBy }: IncidentRow['alarm']) => ({
  person: state === 'calling' || state === 'acknowledged' ? acknowledgedBy : null,
  callWaits: state === 'calling',
});
