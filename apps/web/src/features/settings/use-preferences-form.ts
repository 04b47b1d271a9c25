import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, body } from '../../lib/api';
import { preferencesQuery } from '../../lib/operation-queries';
import { queryClient } from '../../lib/query-client';
import type { Preferences } from '../../lib/types';

type Draft = { phone: string; quiet: { on: boolean; from: string; until: string } };

/** The night, as most people mean it, until somebody chooses other hours. */
const usualQuiet = { from: '22:00', until: '07:00' };

const draftOf = ({ phone, quietHours }: Preferences): Draft => ({
  phone: phone ?? '',
  quiet: { on: quietHours !== null, ...(quietHours ?? usualQuiet) },
});

/** What is typed about phone and quiet hours until it is saved; a refusal keeps it. */
export function usePreferencesForm(preferences: Preferences) {
  const [draft, setDraft] = useState(() => draftOf(preferences));
  const save = useMutation({
    mutationFn: ({ phone, quiet: { on, from, until } }: Draft) =>
      body(
        api.PATCH('/api/v1/me/preferences', {
          body: { phone: phone.trim() || null, quietHours: on ? { from, until } : null },
        }),
      ),
    onSuccess: (saved) => {
      queryClient.setQueryData(preferencesQuery.queryKey, saved);
      setDraft(draftOf(saved));
    },
  });
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }),
    changed: JSON.stringify(draft) !== JSON.stringify(draftOf(preferences)),
    save,
  };
}
