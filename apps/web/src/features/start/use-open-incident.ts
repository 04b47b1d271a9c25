import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api, body } from '../../lib/api';
import { now } from '../../lib/clock';
import { incidentQuery, playbookQuery } from '../../lib/queries';
import { queryClient } from '../../lib/query-client';
import { uuidV7 } from '../../lib/uuid-v7';
import type { Where } from './use-where';

/**
 * Opens an incident and lands on its first step. Until the server has answered, trying the same playbook at the same
 * place again sends the same id, so that one slip of the thumb or of the network makes one incident. A `drill` is for practice.
 */
export function useOpenIncident(
  { siteId, placeId }: Pick<Where, 'siteId' | 'placeId'>,
  purpose: 'earnest' | 'drill' = 'earnest',
) {
  const navigate = useNavigate();
  const attempt = useRef<{ what: string; id: string } | null>(null);
  return useMutation({
    mutationFn: (playbook: string) => {
      const what = [playbook, siteId, placeId].join(' ');
      if (attempt.current?.what !== what) attempt.current = { what, id: uuidV7(now()) };
      const { id } = attempt.current;
      return body(
        api.POST('/api/v1/incidents', {
          body: {
            id,
            playbook,
            ...(siteId && { site: siteId }),
            ...(placeId && { place: placeId }),
            ...(purpose === 'drill' && { drill: true }),
          },
        }),
      );
    },
    onSuccess: (incident) => {
      // Kept for the day when it cannot be opened.
      void queryClient.prefetchQuery(playbookQuery(incident.playbook.id));
      attempt.current = null;
      queryClient.setQueryData(incidentQuery(incident.id).queryKey, incident);
      void queryClient.invalidateQueries({ queryKey: ['incidents'] });
      void navigate({ to: '/incidents/$incidentId', params: { incidentId: incident.id } });
    },
  });
}
