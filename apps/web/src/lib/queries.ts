import { queryOptions } from '@tanstack/react-query';
import { api, body } from './api';
import { keptFirst, keptLast } from './kept-answer';
import type { Playbook } from './types';

/** What the app reads, each with its key, in one place. What the start page needs is kept, for when there is no signal. */

export const serverQuery = queryOptions({
  queryKey: ['server'],
  queryFn: () => body(api.GET('/api/v1/server')),
  staleTime: Infinity,
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => keptLast('me', () => body(api.GET('/api/v1/me'))),
  staleTime: 300_000,
});

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  ...keptFirst('sites', async () => (await body(api.GET('/api/v1/sites'))).items),
  staleTime: 300_000,
});

export const placesQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['places', siteId],
    ...keptFirst(
      `places.${siteId}`,
      async () => (await body(api.GET('/api/v1/sites/{site}/places', { params: { path: { site: siteId } } }))).items,
    ),
    staleTime: 300_000,
    enabled: siteId !== '',
  });

export const playbooksQuery = queryOptions({
  queryKey: ['playbooks'],
  ...keptFirst('playbooks', async () => (await body(api.GET('/api/v1/playbooks'))).items),
  staleTime: 300_000,
});

export const searchIndexQuery = queryOptions({
  queryKey: ['search-index'],
  ...keptFirst('search-index', () => body(api.GET('/api/v1/playbooks/search-index'))),
  staleTime: 300_000,
  gcTime: Infinity,
});

/** Where the current version of a playbook is kept once it was read. */
export const playbookKey = (id: string) => `playbook.${id}`;

/**
 * A version never changes, so it is read once; what was read stays readable without a network, the current one also
 * after a reload. The server sends conditions as checked plain data.
 */
export const playbookQuery = (id: string, version?: number) =>
  queryOptions({
    queryKey: ['playbook', id, version ?? 'current'],
    queryFn: () => {
      const asked = async () =>
        (await body(
          api.GET('/api/v1/playbooks/{playbook}', {
            params: { path: { playbook: id }, query: version === undefined ? {} : { version } },
          }),
        )) as Playbook;
      return version === undefined ? keptLast(playbookKey(id), asked) : asked();
    },
    staleTime: version === undefined ? 60_000 : Infinity,
    gcTime: Infinity,
  });

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['versions', id],
    queryFn: async () =>
      (await body(api.GET('/api/v1/playbooks/{playbook}/versions', { params: { path: { playbook: id } } }))).items,
    staleTime: 60_000,
  });

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: async () => (await body(api.GET('/api/v1/policies'))).items,
  staleTime: 300_000,
});

/** The day at a site and its holiday. */
export const todayQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['today', siteId],
    queryFn: () => body(api.GET('/api/v1/sites/{site}/today', { params: { path: { site: siteId } } })),
    staleTime: 60_000,
    enabled: siteId !== '',
  });

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incident', id],
    queryFn: () => body(api.GET('/api/v1/incidents/{incident}', { params: { path: { incident: id } } })),
  });

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id],
    queryFn: async () =>
      (await body(api.GET('/api/v1/incidents/{incident}/timeline', { params: { path: { incident: id } } }))).items,
  });

/** To whom the caller may hand an incident over, whoever is on duty first. */
export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['candidates', id],
    queryFn: async () =>
      (await body(api.GET('/api/v1/incidents/{incident}/hand-over-candidates', { params: { path: { incident: id } } })))
        .items,
    staleTime: 60_000,
  });

const openStatuses = 'open,in_progress,reopened';

/** `open`: work is going on. `resolved`: waits to be signed off. At most 100, the newest first. */
export const incidentsQuery = (which: 'open' | 'resolved', siteId?: string) =>
  queryOptions({
    queryKey: ['incidents', which, siteId ?? 'all'],
    queryFn: () =>
      body(
        api.GET('/api/v1/incidents', {
          params: {
            query: {
              status: which === 'open' ? openStatuses : 'resolved',
              limit: 100,
              ...(siteId && { site: siteId }),
            },
          },
        }),
      ),
  });

/** Practice runs that have not come to an end: one's own, of supervisors also those of others. */
export const drillsQuery = queryOptions({
  queryKey: ['incidents', 'drills'],
  queryFn: () =>
    body(api.GET('/api/v1/incidents', { params: { query: { drill: 'true', status: openStatuses, limit: 100 } } })),
});
