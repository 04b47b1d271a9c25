import type { paths } from '../lib/api-types';

/** What the link stands for, as it is now. */
export type Acknowledgement =
  paths['/api/v1/acknowledgements/current']['get']['responses'][200]['content']['application/json'];

/** What is decided: taken on, put off for some minutes, or handed to a person. */
export type Decision =
  | { path: ''; body?: undefined }
  | { path: '/snooze'; body: { minutes: number } }
  | { path: '/hand-over'; body: { to: string } };

/** `refused`: the decision was not taken, with the server's sentence; the link still stands. */
export type AckAnswer =
  | { kind: 'found'; found: Acknowledgement }
  | { kind: 'refused'; sentence: string }
  | { kind: 'invalid' }
  | { kind: 'unreachable' };

/** Looks, and changes nothing. */
export const look = (token: string): Promise<AckAnswer> =>
  ask('/api/v1/acknowledgements/current', { headers: { 'X-Acknowledgement-Token': token } });

/** Acts, once: doing it again is harmless, the server answers with what is. */
export const decide = (token: string, { path, body }: Decision, language: string): Promise<AckAnswer> =>
  ask(`/api/v1/acknowledgements${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify({ token, ...body }),
  });

async function ask(url: string, request: RequestInit): Promise<AckAnswer> {
  try {
    const response = await fetch(url, { ...request, credentials: 'omit', cache: 'no-store' });
    if (response.ok) return { kind: 'found', found: (await response.json()) as Acknowledgement };
    if (response.status === 409 || response.status === 422) {
      const { detail } = (await response.json()) as { detail?: string };
      return { kind: 'refused', sentence: detail ?? '' };
    }
    return response.status >= 400 && response.status < 500 && response.status !== 429
      ? { kind: 'invalid' }
      : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
