import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { api, body } from '../../lib/api';
import type { Swap } from '../../lib/types';
import type { SwapAnswer, SwapRefusal } from './settled-refusal';
import { rosterChanged } from './use-roster';

const dutyQuery = queryOptions({
  queryKey: ['duty'],
  queryFn: () => body(api.GET('/api/v1/me/duty')),
});

/** My shifts and swaps, fresh every half minute. */
export const useDuty = () => useQuery({ ...dutyQuery, refetchInterval: 30_000, refetchOnWindowFocus: 'always' });

/** How many swaps wait for my answer; a mark in the menu needs no more than that every few minutes. */
export const useSwapsWaiting = (): number =>
  useQuery({
    ...dutyQuery,
    ...{ staleTime: 60_000, refetchInterval: 300_000 },
    select: ({ waitingForMe }) => waitingForMe.length,
  }).data ?? 0;

/** With whom a shift of mine can be swapped, those with whom it works in front. */
export const useSwapPartners = (shiftId: string) =>
  useQuery({
    queryKey: ['duty', 'partners', shiftId],
    queryFn: () => body(api.GET('/api/v1/swaps/partners', { params: { query: { shift: shiftId } } })),
  });

type Outcome = { told: (answer: SwapAnswer) => void; refused: (refusal: SwapRefusal) => void };

/** Answers a swap, or takes one's own back. The outcome is told even when the swap's card is gone by then. */
export const useSwapAnswer = (swap: Swap, { told, refused }: Outcome) =>
  useMutation({
    mutationFn: async (answer: SwapAnswer) => {
      const how = { params: { path: { swap: swap.id } }, body: {} };
      if (answer === 'confirm') await api.POST('/api/v1/swaps/{swap}/confirm', how);
      else if (answer === 'decline') await api.POST('/api/v1/swaps/{swap}/decline', how);
      else await api.POST('/api/v1/swaps/{swap}/withdraw', how);
      return answer;
    },
    onSuccess: told,
    onError: (error, answer) => refused({ swap, answer, error }),
    onSettled: rosterChanged,
  });
