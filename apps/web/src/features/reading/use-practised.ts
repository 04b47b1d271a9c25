import { useMutation } from '@tanstack/react-query';
import { api, body } from '../../lib/api';
import { playbookQuery, playbooksQuery } from '../../lib/queries';
import { queryClient } from '../../lib/query-client';

/** Notes that I have gone through a playbook; what is shown of it learns that at once. */
export function usePractised(playbook: string) {
  return useMutation({
    mutationFn: () =>
      body(api.POST('/api/v1/playbooks/{playbook}/practised', { params: { path: { playbook } }, body: {} })),
    onSuccess: ({ practisedAt }) => {
      queryClient.setQueryData(playbookQuery(playbook).queryKey, (known) => known && { ...known, practisedAt });
      void queryClient.invalidateQueries({ queryKey: playbooksQuery.queryKey });
    },
  });
}
