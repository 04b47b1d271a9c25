import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../engine';
import { histogramOf } from './histogram';
import { histogramFromBytes, histogramToBytes } from './histogram-bytes';

describe('a histogram as bytes', () => {
  it('is the same when read back, also from the middle of a buffer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40_000_000)), (durations) => {
        const histogram = histogramOf(durations);
        const bytes = histogramToBytes(histogram);
        expect(histogramFromBytes(bytes)).toEqual(histogram);
        expect(histogramFromBytes(Uint8Array.from([7, ...bytes, 7]).subarray(1, bytes.length + 1))).toEqual(histogram);
      }),
    );
  });

  it('keeps counts beyond 32 bits', () => {
    const histogram = histogramOf([60]);
    const many = { ...histogram, counts: histogram.counts.map((count) => count * 2 ** 40) };
    expect(histogramFromBytes(histogramToBytes(many))).toEqual(many);
  });

  it('takes 9 bytes when empty, and about 2 for each bin', () => {
    expect(histogramToBytes(histogramOf([]))).toHaveLength(9);
    expect(histogramToBytes(histogramOf([60, 600, 601, 6_000]))).toHaveLength(9 + 3 * 2);
  });

  const bytes = histogramToBytes(histogramOf([60, 600, 6_000]));

  it.each([
    ['nothing', new Uint8Array()],
    ['another format', Uint8Array.from([2, ...bytes.slice(1)])],
    ['half of it', bytes.slice(0, -1)],
    ['a bin beyond the last', Uint8Array.from([...bytes, 255, 127, 1])],
    ['a bin twice', Uint8Array.from([...bytes, 0, 1])],
    ['a number without end', Uint8Array.from([...bytes, ...new Array<number>(12).fill(255)])],
    ['a sum that is none', Uint8Array.from([1, ...new Array<number>(8).fill(255)])],
  ])('is refused when it is %s', (_what, given) => {
    expect(() => histogramFromBytes(given)).toThrow(DomainError);
  });
});
