import createClient, { type Middleware } from 'openapi-fetch';
import i18next from 'i18next';
import type { paths } from './api-types';
import { learnServerTime, now } from './clock';
import { NetworkProblem, readProblem } from './problem';
import { idempotencyKey } from './uuid-v7';

/** One key per write that has not been answered yet: a double tap and a retry carry the key of the first try. */
const unanswered = new Map<string, string>();

const writes: Middleware = {
  async onRequest({ request, id }) {
    request.headers.set('Accept-Language', i18next.language);
    if (request.method === 'GET') return;
    const effect = `${request.method} ${request.url} ${await request.clone().text()}`;
    const key = unanswered.get(effect) ?? idempotencyKey(now());
    unanswered.set(effect, key);
    request.headers.set('Idempotency-Key', key);
    effects.set(id, effect);
  },
  async onResponse({ response, id }) {
    learnServerTime(response.headers.get('Date'));
    const effect = effects.get(id);
    effects.delete(id);
    if (effect !== undefined && response.status < 500) unanswered.delete(effect);
    if (!response.ok) throw await readProblem(response);
  },
  onError({ error, id }) {
    effects.delete(id);
    return new NetworkProblem(error);
  },
};

/** Which effect a request under way is after, by openapi-fetch's id of the request. */
const effects = new Map<string, string>();

/** The typed client. It throws `ApiProblem` for a refusal and `NetworkProblem` when there was no answer. */
export const api = createClient<paths>({ credentials: 'same-origin' });
api.use(writes);

/** The body of an answer; the client has thrown already if there is none. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new NetworkProblem('an answer without a body');
  return data;
}
