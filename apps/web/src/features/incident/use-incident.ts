import { isOpenStatus, type Run } from '@zenmeban/domain/engine';
import { useMutation, useQuery } from '@tanstack/react-query';
import { body } from '../../lib/api';
import { ApiProblem } from '../../lib/problem';
import { incidentQuery, playbookQuery } from '../../lib/queries';
import { queryClient } from '../../lib/query-client';
import type { Incident } from '../../lib/types';

/** The incident, kept fresh while it is open, and the playbook version it runs by. */
export function useIncident(id: string) {
  const incident = useQuery({
    ...incidentQuery(id),
    refetchInterval: ({ state }) => (state.data && isOpenStatus(state.data.status) ? 5_000 : 30_000),
  });
  const { id: playbookId, version } = incident.data?.playbook ?? { id: '', version: 0 };
  const playbook = useQuery({ ...playbookQuery(playbookId, version), enabled: playbookId !== '' });
  return { incident, playbook };
}

/** Takes an answer that holds the incident as the news it is: an older one still on its way is not waited for. */
export function keepIncident(incident: Incident): void {
  void queryClient.cancelQueries({ queryKey: incidentQuery(incident.id).queryKey });
  queryClient.setQueryData(incidentQuery(incident.id).queryKey, incident);
  void queryClient.invalidateQueries({ queryKey: ['timeline', incident.id] });
  void queryClient.invalidateQueries({ queryKey: ['incidents'] });
  if (!incident.drill || isOpenStatus(incident.status)) return;
  // A drill that came to its end was practised.
  void queryClient.invalidateQueries({ queryKey: ['playbooks'] });
  void queryClient.invalidateQueries({ queryKey: playbookQuery(incident.playbook.id).queryKey });
}

/**
 * Does something to an incident (`act` calls the API), then `done`, before the news is shown: what shows it may be gone
 * then. After a refusal because things have moved on, looks again.
 */
export function useIncidentAction<Input = void>(
  id: string,
  act: (input: Input) => Promise<{ data?: Incident }>,
  done?: () => void,
) {
  return useMutation({
    mutationFn: (input: Input) => body(act(input)),
    onSuccess: (incident: Incident) => {
      done?.();
      keepIncident(incident);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 409) {
        void queryClient.invalidateQueries({ queryKey: ['incident', id] });
      }
    },
  });
}

/** The run as the domain's rules want it. */
export const runOf = ({ steps }: Incident): Run => ({
  steps: steps.map(({ id, state, dueAt, answers }) => ({
    id,
    state,
    dueAt: dueAt === null ? undefined : new Date(dueAt),
    answers: answers ?? undefined,
  })),
});
