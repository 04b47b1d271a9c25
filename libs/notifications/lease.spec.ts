import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NoticeDesk, openNoticeDesk } from '../../test/harness/notices';
import { type Claim, claim } from './claim';
import { holdingLease, renewLease } from './lease';

let desk: NoticeDesk;
beforeAll(async () => {
  desk = await openNoticeDesk('smtp://127.0.0.1:1');
});
afterAll(async () => {
  await desk.close();
});

const take = (id: string) => desk.database.transaction((tx) => claim(desk.database, tx, id));

async function claimed(): Promise<Claim> {
  const [id = ''] = await desk.call(await desk.incident(), [await desk.person()]);
  const taken = await take(id);
  if (typeof taken === 'string' || 'heldForSeconds' in taken) throw new Error(`not claimed: ${JSON.stringify(taken)}`);
  return taken;
}

/** Seconds until another process may take the notice. */
async function secondsLeft({ notificationId }: Claim): Promise<number> {
  const [{ left }] = await desk.source.query<[{ left: number }]>(
    `SELECT extract(epoch FROM next_attempt_at - app.app_now())::float8 AS left FROM app.notification WHERE id = $1`,
    [notificationId],
  );
  return left;
}

describe('the lease of a claim', () => {
  it('ends 10 s after its process was last heard of', async () => {
    const held = await claimed();
    await desk.fastForward(9);
    expect(await take(held.notificationId)).toBe('not_due');
    await desk.fastForward(1);
    expect(await take(held.notificationId)).toMatchObject({ attempt: 2 });
  });

  it('lasts 10 s again from each renewal', async () => {
    const held = await claimed();
    await desk.fastForward(9);
    expect(await renewLease(desk.database, held)).toBe(true);
    await desk.fastForward(9);
    expect(await take(held.notificationId)).toBe('not_due');
  });

  it('ends 60 s after the claim however often it is renewed', async () => {
    const held = await claimed();
    for (let second = 9; second <= 54; second += 9) {
      await desk.fastForward(9);
      expect(await renewLease(desk.database, held)).toBe(true);
    }
    expect(await secondsLeft(held)).toBeCloseTo(6, 0);
    await desk.fastForward(6);
    expect(await renewLease(desk.database, held)).toBe(false);
    expect(await take(held.notificationId)).toMatchObject({ attempt: 2 });
  });

  it('is not renewed by a process that was overtaken', async () => {
    const frozen = await claimed();
    await desk.fastForward(10);
    const next = await take(frozen.notificationId);
    await desk.fastForward(5);
    expect(await renewLease(desk.database, frozen)).toBe(false);
    expect(next).toMatchObject({ attempt: 2 });
    expect(await secondsLeft(frozen)).toBeCloseTo(5, 0);
  });

  it('is renewed while the work goes on, and no longer', async () => {
    const held = await claimed();
    await desk.fastForward(9);
    const renewed = async () => {
      while ((await secondsLeft(held)) < 8) await new Promise((next) => setImmediate(next));
      return 'done';
    };
    expect(await holdingLease(desk.database, held, renewed, 20)).toBe('done');
    await desk.fastForward(10);
    expect(await take(held.notificationId)).toMatchObject({ attempt: 2 });
  });

  it('ends with work that fails', async () => {
    const held = await claimed();
    const failing = () => Promise.reject(new Error('lost'));
    await expect(holdingLease(desk.database, held, failing, 20)).rejects.toThrow('lost');
    await desk.fastForward(10);
    expect(await take(held.notificationId)).toMatchObject({ attempt: 2 });
  });
});
