import type { paths } from '../lib/api-types';

/** What the link stands for, as it is now. */
export type Acknowledgement =
  paths['/api/v1/acknowledgements/current']['get']['responses'][200]['content']['application/json'];

export type AckAnswer = { kind: 'found'; found: Acknowledgement } | { kind: 'invalid' } | { kind: 'unreachable' };

/** Looks, and changes nothing. */
export const look = (token: string): Promise<AckAnswer> =>
  ask('/api/v1/acknowledgements/current', { headers: { 'X-Acknowledgement-Token': token } });

/** Acknowledges. Doing it again is harmless: the server answers with what is. */
export const acknowledge = (token: string): Promise<AckAnswer> =>
  ask('/api/v1/acknowledgements', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });

async function ask(url: string, request: RequestInit): Promise<AckAnswer> {
  try {
    const response = await fetch(url, { ...request, credentials: 'omit', cache: 'no-store' });
    if (response.ok) return { kind: 'found', found: (await response.json()) as Acknowledgement };
    return response.status >= 400 && response.status < 500 && response.status !== 429
      ? { kind: 'invalid' }
      : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
