import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkHandbook, type Way, waysThrough } from '@zenmeban/domain/check';
import { type Playbook, stepsOfRun } from '@zenmeban/domain/engine';
import { decidedAnswers } from '../harness/answers';
import type { Client, IncidentView, Reply } from '../harness/client';
import { Desk } from '../harness/desk';

const folder = resolve('playbooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const handbook = checkHandbook(names.map((name) => ({ name, source: readFileSync(`${folder}/${name}`, 'utf8') })));
const opened = handbook.playbooks.map(({ playbook }) => playbook).filter((one) => stepsOfRun(one).length > 0);

/** Ways walked at the same time: as many as there are connections to spare. */
const atOnce = 6;

/** The manager, who may complete whatever a step asks for. */
describe('over HTTP, to the end', () => {
  let desk: Desk;
  let manager: Client;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, engine: 'none' });
    manager = await desk.as('manager');
  });
  afterAll(async () => {
    await desk.close();
  });

  const ok = async <T>(reply: Promise<Reply<T>>): Promise<T> => {
    const { status, body } = await reply;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };

  /** Goes one way; returns the states of its steps once it is resolved. */
  async function follow(playbook: Playbook, way: Way): Promise<Record<string, string>> {
    let incident: IncidentView = await ok(manager.post('incidents', { playbook: playbook.id, site: 'BJ1' }));
    for (;;) {
      const ready = incident.steps.find(({ state }) => state === 'ready');
      const step = playbook.steps.find(({ id }) => id === ready?.id);
      if (!step) break;
      const decision = way.decisions.find(({ stepId }) => stepId === step.id);
      const url = `incidents/${incident.id}/steps/${step.id}`;
      incident = await ok(
        decision && decision.answers === null
          ? manager.post(`${url}/skip`, { reason: '客人已离开' })
          : manager.post(`${url}/complete`, { answers: decidedAnswers(step, decision) }),
      );
    }
    incident = await ok(manager.post(`incidents/${incident.id}/resolve`, {}));
    expect(incident.status).toBe('resolved');
    return Object.fromEntries(incident.steps.map(({ id, state }) => [id, state]));
  }

  it.each(opened.map((playbook) => [playbook.number, playbook.id, playbook] as const))(
    '%i %s goes every way there is',
    async (_number, _id, playbook) => {
      const ways = [...(waysThrough(playbook) ?? [])];
      const walk = async () => {
        for (let way = ways.pop(); way; way = ways.pop()) {
          expect(await follow(playbook, way)).toEqual(Object.fromEntries(way.outcomes));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, walk));
    },
    120_000,
  );
});
