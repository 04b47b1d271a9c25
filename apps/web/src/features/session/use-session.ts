import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { auth } from '../../lib/auth';
import { forgetKeptAnswers } from '../../lib/kept-answer';
import { forgetAll } from '../../lib/local-store';
import { queryClient } from '../../lib/query-client';

/** Signs in and goes to `next`, else to the person's start page. */
export function useSignIn(next: string | undefined) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => auth.signIn(email, password),
    onSuccess: () => {
      forgetKeptAnswers();
      queryClient.clear();
      void navigate({ to: next ?? '/', replace: true });
    },
  });
}

/** Signs out; what was typed but not sent belongs to the person and leaves the device with them. */
export function useSignOut() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: auth.signOut,
    onSuccess: () => {
      forgetAll('draft.');
      forgetKeptAnswers();
      queryClient.clear();
      void navigate({ to: '/sign-in' });
    },
  });
}
