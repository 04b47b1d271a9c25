import i18next from 'i18next';
import { NetworkProblem, readProblem } from './problem';

/** The four doors of better-auth that the app uses; each throws `ApiProblem` or `NetworkProblem`. */
export const auth = {
  signIn: (email: string, password: string) => post('sign-in/email', { email, password }),
  signOut: () => post('sign-out', {}),
  /** Answers the same whether or not the address is known. */
  requestReset: (email: string) => post('request-password-reset', { email, redirectTo: '/reset-password' }),
  resetPassword: (token: string, newPassword: string) => post('reset-password', { token, newPassword }),
};

async function post(path: string, body: Record<string, string>): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': i18next.language },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new NetworkProblem(cause);
  });
  if (!response.ok) throw await readProblem(response);
}
