import { useQuery } from '@tanstack/react-query';
import { playbookQuery } from '../../lib/queries';

/** The current version of a playbook, and the one to show: the same, unless an older one is asked for. */
export function useReading(id: string, version: number | undefined) {
  const current = useQuery(playbookQuery(id));
  const old = useQuery({ ...playbookQuery(id, version), enabled: version !== undefined });
  const shown = version === undefined || version === current.data?.version ? current : old;
  return {
    current: current.data,
    shown: shown.data,
    error: shown.error ?? current.error,
    retry: () => void Promise.all([current.refetch(), ...(version === undefined ? [] : [old.refetch()])]),
  };
}
