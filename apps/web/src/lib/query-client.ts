import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** What to do when the session has ended; the router sets it. */
export const session = { ended: (): void => undefined };

const isSessionEnd = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (isSessionEnd(error) && query.queryKey[0] !== 'me') session.ended();
    },
  }),
  mutationCache: new MutationCache({
    onError: (error) => {
      if (isSessionEnd(error)) session.ended();
    },
  }),
  // Offline too a request is tried: a spinner that waits in silence would look like help on its way.
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 5_000,
      retry: (count, error) => !(error instanceof ApiProblem && error.status < 500) && count < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
