import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from '../harness/desk';

describe('a crowd', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open({ redisUrl: null });
  });
  afterAll(() => desk.close());

  it('opens more incidents at once than there are connections, from the first request on', async () => {
    const floor = await desk.as('floor');
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        floor.post('incidents', { playbook: 'customer-falls' }, { 'idempotency-key': `crowd-key-${index}` }),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    const numbers = replies.map(({ body }) => Number(body.reference.split('-').at(-1))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    await desk.settle();
  });
});
