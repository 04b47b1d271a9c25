import pg from 'pg';
import { v7 } from 'uuid';
import { openingParameters, planOpening } from '../../dist/libs/incidents/plan-opening.js';
import { openStatement } from '../../dist/libs/incidents/open-statement.js';

/**
 * Runs the product's statement with the product's parameters between BEGIN and COMMIT, at one site after the other, as
 * fast as the connections can.
 * @returns latencies in ms of those opened, how many failed, and how long it took
 */
export async function byBarePg({ url, sites, stored, policies, openedById, connections, seconds }) {
  const clients = await Promise.all(Array.from({ length: connections }, () => connect(url)));
  const latencies = [];
  let errors = 0;
  let next = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const work = async (client) => {
    while (performance.now() < until) {
      const site = sites[next++ % sites.length];
      const opening = { id: v7(), site, placeId: null, summary: '', occurredAt: null, drill: false };
      const plan = planOpening({ ...opening, openedById }, stored.content, stored.version, policies);
      const values = openingParameters({ ...opening, openedById }, stored, policies, plan);
      const began = performance.now();
      try {
        await client.query('BEGIN');
        await client.query({ name: 'open_incident', text: openStatement, values });
        await client.query('COMMIT');
        latencies.push(performance.now() - began);
      } catch (error) {
        if (errors++ === 0) console.error(error);
        await client.query('ROLLBACK');
      }
    }
  };
  try {
    await Promise.all(clients.map(work));
    return { latencies, errors, seconds: (performance.now() - started) / 1000 };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function connect(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
