import { useQuery } from '@tanstack/react-query';
import { NetworkProblem, readProblem } from '../../lib/problem';

/** A mail that this server kept instead of sending it; `html` is shown in a frame that runs no scripts. */
export type InboxMail = { id: string; to: string[]; subject: string; receivedAt: string; html: string };

/** The captured mail, the latest first. Only standalone has this door, so it stands in no generated client. */
export function useInbox() {
  return useQuery({ queryKey: ['inbox'], queryFn: read, refetchInterval: 5_000 });
}

async function read(): Promise<InboxMail[]> {
  const response = await fetch('/api/v1/inbox').catch((cause: unknown) => {
    throw new NetworkProblem(cause);
  });
  if (!response.ok) throw await readProblem(response);
  const { items } = (await response.json()) as { items: InboxMail[] };
  return items;
}
