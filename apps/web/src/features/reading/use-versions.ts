import { useQuery } from '@tanstack/react-query';
import { versionsQuery } from '../../lib/queries';

/** The versions of a playbook, the newest first. */
export const useVersions = (playbookId: string) => useQuery(versionsQuery(playbookId));
