import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { queryClient } from '../../lib/query-client';
import { addDays, type Day } from '../../lib/zoned-time';

/** The roster of a site over local days, both included. */
export const rosterQuery = (siteId: string, from: Day, to: Day) =>
  queryOptions({
    queryKey: ['roster', siteId, from, to],
    queryFn: () =>
      body(api.GET('/api/v1/sites/{site}/roster', { params: { path: { site: siteId }, query: { from, to } } })),
    enabled: siteId !== '',
  });

/** A week and the day before, whose night goes on into it; fresh every half minute. */
export const useWeek = (siteId: string, days: readonly Day[]) =>
  useQuery({
    ...rosterQuery(siteId, addDays(days[0] ?? '', -1), days.at(-1) ?? ''),
    refetchInterval: 30_000,
    refetchOnWindowFocus: 'always',
    placeholderData: (before) => (before?.site.id === siteId ? before : undefined),
  });

/** Whatever was changed in a roster changes what several pages say. */
export const rosterChanged = (): Promise<unknown> =>
  Promise.all(
    ['roster', 'duty', 'reach', 'roster-changes'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
  );

/** What was done, in words, and how to take it back; null when it cannot be. */
export type Done = { readonly words: string; readonly undo: (() => Promise<unknown>) | null };

/** The last change of this page, which one tap takes back. */
export function useUndo() {
  const [done, setDone] = useState<Done | null>(null);
  const [isUndone, setIsUndone] = useState(false);
  const undo = useMutation({
    mutationFn: async ({ undo: takeBack }: Done) => takeBack?.(),
    onSuccess: () => setIsUndone(true),
    onSettled: rosterChanged,
  });
  const { reset } = undo;
  return {
    done,
    isUndone,
    undo,
    tell: (next: Done) => {
      setDone(next);
      setIsUndone(false);
      reset();
    },
    forget: () => setDone(null),
  };
}

export type Undo = ReturnType<typeof useUndo>;

/** Does a change of the roster, then shows it; `act` answers what was done. */
export function useRosterChange<Input>(act: (input: Input) => Promise<Done>, then: (done: Done) => void) {
  return useMutation({
    mutationFn: act,
    onSuccess: then,
    onSettled: rosterChanged,
  });
}
