import { useQuery } from '@tanstack/react-query';
import type { Severity } from '@zenmeban/domain/engine';
import { api, body } from '../../lib/api';

/** Whom a policy would call at a site: now (asked again every 30 s) or at an instant; `severity` null = as the server takes it. */
export const useReach = (site: string, policy: string, at: string | null, severity: Severity | null) =>
  useQuery({
    queryKey: ['reach', site, policy, at, severity],
    queryFn: () =>
      body(
        api.GET('/api/v1/sites/{site}/reach', {
          params: { path: { site }, query: { policy, ...(at !== null && { at }), ...(severity && { severity }) } },
        }),
      ),
    enabled: site !== '' && policy !== '',
    refetchInterval: at === null ? 30_000 : false,
    refetchOnWindowFocus: 'always',
    placeholderData: (before) => (before?.site.id === site ? before : undefined),
  });
