import { describe, expect, it } from '@jest/globals';
import { Gather } from './gather';

/** A gatherer whose rounds end when they are told to. */
function gather(most: number, lanes: number) {
  const rounds: { items: readonly number[]; end: () => void }[] = [];
  const gathered = new Gather<number, number>(
    most,
    lanes,
    (items) =>
      new Promise((resolve) => {
        rounds.push({ items, end: () => resolve(items.map((item) => item * 10)) });
      }),
  );
  return { gathered, rounds };
}

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('Gather', () => {
  it('does the first thing at once and what comes meanwhile together', async () => {
    const { gathered, rounds } = gather(50, 1);
    const asked = [1, 2, 3].map((item) => gathered.ask(item));
    expect(rounds.map(({ items }) => items)).toEqual([[1]]);
    rounds[0]?.end();
    await soon();
    expect(rounds.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    rounds[1]?.end();
    expect(await Promise.all(asked)).toEqual([10, 20, 30]);
  });

  it('takes at most so many into a round, and runs at most so many rounds', async () => {
    const { gathered, rounds } = gather(2, 2);
    const asked = [1, 2, 3, 4, 5].map((item) => gathered.ask(item));
    expect(rounds.map(({ items }) => items)).toEqual([[1], [2]]);
    rounds[0]?.end();
    await soon();
    expect(rounds.at(-1)?.items).toEqual([3, 4]);
    rounds[1]?.end();
    rounds[2]?.end();
    await soon();
    rounds[3]?.end();
    expect(await Promise.all(asked)).toEqual([10, 20, 30, 40, 50]);
  });

  it('tells everybody of a round that failed, and goes on', async () => {
    let calls = 0;
    const gathered = new Gather<number, number>(50, 1, (items) => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve(items);
    });
    await expect(gathered.ask(1)).rejects.toThrow('down');
    expect(await gathered.ask(2)).toBe(2);
  });
});
