import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView, ProblemView } from '../harness/client';
import { Desk } from '../harness/desk';
import type { StaffKey } from '../harness/staff';

describe('a step of a post', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null, playbooks: ['lost-glove', 'quarrel'] });
  });
  afterAll(() => desk.close());

  const settle = async (who: StaffKey, incident: IncidentView, how: 'complete' | 'skip' = 'complete') =>
    (await desk.as(who)).post<ProblemView & IncidentView>(
      `incidents/${incident.id}/steps/clean-up/${how}`,
      how === 'skip' ? { reason: 'x' } : {},
    );
  const facilitiesAreOnDuty = (on: boolean) =>
    desk.database.source.query(
      `UPDATE app.shift SET cancelled_at = CASE WHEN $1 THEN NULL ELSE app.app_now() END WHERE post = 'facilities'`,
      [on],
    );

  it('is not settled by whoever opened the incident, nor skipped, while somebody is on the post', async () => {
    const incident = await desk.openIncident('lost-glove');
    for (const how of ['complete', 'skip'] as const) {
      const reply = await settle('floor', incident, how);
      expect(reply).toMatchObject({ status: 403, body: { code: 'step.belongs_to_others' } });
      expect(reply.body.detail).toContain('Facilities');
    }
    expect((await settle('facilities', incident)).status).toBe(200);
  });

  it('is settled by a supervisor', async () => {
    const incident = await desk.openIncident('lost-glove');
    expect((await settle('supervisor', incident)).status).toBe(200);
  });

  it('is settled by anybody while nobody is on the post', async () => {
    await facilitiesAreOnDuty(false);
    const incident = await desk.openIncident('lost-glove');
    expect((await settle('floor', incident)).status).toBe(200);
    await facilitiesAreOnDuty(true);
  });

  it('is settled by whoever has it after their shift', async () => {
    const incident = await desk.openIncident('lost-glove');
    await facilitiesAreOnDuty(false);
    expect((await settle('facilities', incident)).status).toBe(200);
    await facilitiesAreOnDuty(true);
  });

  it('says who is on the post, so that the app shows whose it is', async () => {
    const incident = await desk.openIncident('lost-glove');
    const step = incident.steps.find(({ id }) => id === 'clean-up') as { onPost?: string[] } | undefined;
    const [facilities] = await desk.database.source.query<{ id: string }[]>(
      `SELECT id FROM app.person WHERE name = 'facilities'`,
    );
    expect(step?.onPost).toEqual([facilities?.id]);
  });

  it('is settled by anybody when it presses', async () => {
    const incident = await desk.openIncident('quarrel');
    await desk.complete(incident.id, 'part-them', { nature: 'words' });
    await desk.complete(incident.id, 'mend-door');
    const { body } = await (await desk.as('floor')).get(`incidents/${incident.id}`);
    expect(body.steps.find(({ id }) => id === 'mend-door')?.state).toBe('done');
  });
});
