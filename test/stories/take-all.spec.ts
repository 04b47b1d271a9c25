import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView } from '../harness/client';
import { Desk } from '../harness/desk';

type Item = {
  reference: string;
  severity: string;
  state: string;
  acknowledgedBy: { name: string } | null;
  snoozedUntil: string | null;
};
type All = { language: string; usable: boolean; items: Item[] };

describe('taking on all incidents of one message', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  /** Two calls to the supervisor, as if the second had been told in the message of the first. */
  async function toldTogether(): Promise<{ first: IncidentView; second: IncidentView; token: string }> {
    const first = await desk.openIncident('customer-falls');
    const second = await desk.openIncident('abusive-conduct');
    await desk.database.source.query(
      `UPDATE app.notification n SET carried_by_id = carrier.id, state = 'accepted'
       FROM app.notification carrier WHERE n.incident_id = $1 AND carrier.incident_id = $2`,
      [second.id, first.id],
    );
    return { first, second, token: desk.tokenFor('supervisor', first) };
  }
  const alarmOf = async ({ id }: IncidentView) => (await (await desk.as('floor')).get(`incidents/${id}`)).body.alarm;
  const look = (token: string) => desk.nobody().get<All>('acknowledgements/all', { 'x-acknowledgement-token': token });

  it('acknowledges each of them with one click, once', async () => {
    const { first, second, token } = await toldTogether();
    const shown = await look(token);
    expect(shown.body).toMatchObject({ language: 'zh', usable: true });
    expect(new Set(shown.body.items.map(({ reference }) => reference))).toEqual(
      new Set([first.reference, second.reference]),
    );
    expect(new Set(shown.body.items.map(({ state }) => state))).toEqual(new Set(['waiting']));
    expect((await alarmOf(second)).state).toBe('calling');
    const [one, other] = await Promise.all([
      desk.nobody().post<All>('acknowledgements/all', { token }),
      desk.nobody().post<All>('acknowledgements/all', { token }),
    ]);
    for (const { status } of [one, other]) expect(status).toBe(200);
    for (const incident of [first, second])
      expect(await alarmOf(incident)).toMatchObject({ state: 'acknowledged', acknowledgedBy: { name: 'supervisor' } });
    expect((await look(token)).body).toMatchObject({ usable: false });
  });

  it('changes nothing by looking, and leaves alone what is over', async () => {
    const { first, second, token } = await toldTogether();
    const floor = await desk.as('floor');
    await floor.post(`incidents/${first.id}/cancel`, { reason: 'opened by mistake' });
    for (let round = 0; round < 3; round += 1) await look(token);
    expect((await alarmOf(second)).state).toBe('calling');
    const { body } = await desk.nobody().post<All>('acknowledgements/all', { token });
    expect(body.items.map(({ reference, state }) => [reference, state]).toSorted()).toEqual(
      [
        [first.reference, 'over'],
        [second.reference, 'acknowledged'],
      ].toSorted(),
    );
    expect((await alarmOf(second)).state).toBe('acknowledged');
  });

  it('says who put an incident off and until when, and names nobody once it calls again', async () => {
    const { first, second, token } = await toldTogether();
    const supervisor = await desk.as('supervisor');
    await supervisor.post(`incidents/${second.id}/snooze`, { minutes: 5 });
    const shownOf = async ({ reference }: IncidentView) =>
      (await look(token)).body.items.find((item) => item.reference === reference);
    expect(await shownOf(second)).toMatchObject({
      ...{ state: 'snoozed', acknowledgedBy: { name: 'supervisor' }, snoozedUntil: expect.stringMatching(/Z$/) },
    });
    expect(await shownOf(first)).toMatchObject({ state: 'waiting', acknowledgedBy: null, snoozedUntil: null });
    await desk.fastForward('6 minutes');
    expect(await shownOf(second)).toMatchObject({ state: 'waiting', acknowledgedBy: null, snoozedUntil: null });
  });

  it('knows no other token', async () => {
    expect((await look('x'.repeat(43))).status).toBe(404);
    expect((await look('short')).status).toBe(404);
    expect((await desk.nobody().post('acknowledgements/all', { token: 'x'.repeat(43) })).status).toBe(404);
  });
});
