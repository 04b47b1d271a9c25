import autocannon from 'autocannon';
import { v7 } from 'uuid';
import { opener } from './venue.mjs';

/** @returns the session cookie of the one who opens */
export async function signIn(url) {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(opener),
  });
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/**
 * Opens incidents as the web app does, with an id and an idempotency key, at one site after the other, as fast as the
 * connections can, or so many a second.
 * @returns latencies in ms of those opened, how many failed, and how long it took
 */
export async function throughHttp({ url, cookie, sites, playbook, connections, seconds, perSecond }) {
  let next = 0;
  const setupRequest = (request) => ({
    ...request,
    headers: {
      'content-type': 'application/json',
      cookie,
      'idempotency-key': v7(),
    },
    body: JSON.stringify({ id: v7(), playbook, site: sites[next++ % sites.length] }),
  });
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 10,
    ...(perSecond !== undefined && { overallRate: perSecond }),
    requests: [{ method: 'POST', path: '/api/v1/incidents', setupRequest }],
  });
  const latencies = [];
  let refused = 0;
  run.on('response', (_client, status, _bytes, ms) => {
    if (status === 201) latencies.push(ms);
    else refused += 1;
  });
  const started = performance.now();
  const { errors } = await run;
  return { latencies, errors: errors + refused, seconds: (performance.now() - started) / 1000 };
}
