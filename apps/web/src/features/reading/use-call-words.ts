import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../lib/i18n';
import { policiesQuery } from '../../lib/queries';
import type { Speaker } from './step-words';
import { callWords } from './step-words';

/** Whom a policy calls, in words (by `t` of another language where one is given); until that is known, "people on duty". */
export function useCallWords(other?: Speaker['t']): (policyId: string) => string {
  const texts = useTexts();
  const { data: policies = [] } = useQuery(policiesQuery);
  const t = other ?? texts.t;
  return (policyId) => {
    const policy = policies.find(({ id }) => id === policyId);
    return policy ? callWords(policy, t) : t('reading.somebody');
  };
}
