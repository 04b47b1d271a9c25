import { v7 } from 'uuid';

/** Longer than any request may hang (reliability §3, 9), so that one that does is seen. */
const patienceMs = 15_000;

/** @returns the session cookie of a person */
export async function signIn(url, { email, password }) {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/**
 * One write to the first of the addresses that takes the connection, as through a load balancer.
 * @returns status (0: no answer came), how long it took, and when it was sent and answered
 */
export async function post(urls, path, { cookie, body }) {
  const sentAt = Date.now();
  const started = performance.now();
  const end = (status) => ({ status, ms: performance.now() - started, sentAt, answeredAt: Date.now() });
  for (const url of urls) {
    try {
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        // A connection of its own: one kept alive may be closed by the server in the moment it is used.
        headers: { 'content-type': 'application/json', connection: 'close', 'idempotency-key': v7(), cookie },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(patienceMs),
      });
      await response.arrayBuffer();
      return end(response.status);
    } catch (error) {
      // Refused is what a balancer passes on to the next one; anything else is an answer that did not come.
      if (error.cause?.code !== 'ECONNREFUSED') return end(0);
    }
  }
  return end(0);
}

/** Opens an incident. @returns what `post` returns, with the incident's id */
export async function openIncident(urls, cookie, site) {
  const id = v7();
  const reply = await post(urls, '/api/v1/incidents', { cookie, body: { id, playbook: 'customer-falls', site } });
  return { id, site, ...reply };
}
