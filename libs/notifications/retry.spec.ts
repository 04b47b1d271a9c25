import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MailServer, startMailServer } from '../../test/harness/mail-server';
import { type NoticeDesk, openNoticeDesk } from '../../test/harness/notices';
import { mailConnections } from './mail-transport';
import { retryDelaySeconds } from './retry';

const delays = Array.from({ length: 120 }, (_, index) => retryDelaySeconds(index + 1));
const elapsed = (attempts: number) => delays.slice(0, attempts).reduce((sum, delay) => sum + delay, 0);

describe('the pace of retries', () => {
  it.each([
    [1, 15],
    [2, 30],
    [3, 45],
    [81, 45],
    [82, 105],
    [1_000, 105],
  ])('waits after attempt %i for %i s', (attempt, seconds) => {
    expect(retryDelaySeconds(attempt)).toBe(seconds);
  });

  it('slows down when an hour has passed', () => {
    expect(elapsed(81)).toBe(3_600);
  });
});

describe('a mail server that was away for half an hour', () => {
  let desk: NoticeDesk;
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
    desk = await openNoticeDesk(server.url);
  });
  afterAll(async () => {
    await desk.close();
    await server.stop();
  });

  const severities = ['low', 'normal', 'high', 'critical'];

  /** 200 calls that have just failed once more, as half an hour of refused connections leaves them. */
  async function waitingCalls(): Promise<void> {
    for (const severity of severities) {
      const incident = await desk.incident({ severity });
      await desk.call(incident, await Promise.all(Array.from({ length: 50 }, () => desk.person())));
    }
    await desk.source.query(
      `UPDATE app.notification SET attempts = 41, next_attempt_at = app.app_now() + $1 * interval '1 second'`,
      [retryDelaySeconds(41)],
    );
  }

  it('gets all 200 waiting mails within 60 s, the most severe first, over 10 connections a process', async () => {
    await waitingCalls();
    const senders = [desk.sender(), desk.sender(), desk.sender()];
    for (let second = 5; second <= 60; second += 5) {
      await desk.fastForward(5);
      for (const sender of senders) {
        await sender.sendDue({ overdueSeconds: 5 });
        await sender.idle();
      }
    }
    expect(server.arrived).toHaveLength(200);
    const places = await placesOf(server.arrived.map(({ mail }) => mail.messageId ?? ''));
    expect(places).toHaveLength(4);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(new Set(server.arrived.map(({ connection }) => connection)).size).toBeLessThanOrEqual(3 * mailConnections);
  });

  /** Where in the order of arrival the mails of each severity stand on average, the highest severity first. */
  async function placesOf(messageIds: string[]): Promise<number[]> {
    const rows = await desk.source.query<{ place: number }[]>(
      `SELECT avg(place)::float8 AS place FROM unnest($1::text[]) WITH ORDINALITY AS arrived (message, place)
       JOIN app.notification n ON message = '<ntf.' || n.id || '@zenmeban.example>'
       GROUP BY severity ORDER BY array_position(ARRAY['critical', 'high', 'normal', 'low'], severity)`,
      [messageIds],
    );
    return rows.map(({ place }) => place);
  }
});
