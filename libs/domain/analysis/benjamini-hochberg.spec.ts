import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../engine';
import { adjustedChances, findings } from './benjamini-hochberg';

/*
 * Benjamini & Hochberg 1995, §4.1: the 15 p-values of "cardiac and other events after the start of thrombolytic
 * treatment" (Neuhaus et al. 1992).
 */
const thrombolysis = [
  ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
  ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
];

describe('the findings among many looks', () => {
  it('are the four of the paper at 5 %', () => {
    expect(findings(thrombolysis, 0.05)).toEqual(thrombolysis.map((chance) => chance <= 0.0095));
  });

  /* scipy.stats.false_discovery_control prints these for the example of the paper. */
  it('have the adjusted p-values of SciPy', () => {
    const wanted = [
      ...[0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645],
      ...[0.0765, 0.486, 0.58118182, 0.714875, 0.75323077, 0.81321429, 1],
    ];
    adjustedChances(thrombolysis).forEach((chance, at) => expect(chance).toBeCloseTo(wanted[at] ?? Number.NaN, 8));
  });

  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

  it('are those up to the last that lies below its step, as the paper defines it', () => {
    fc.assert(
      fc.property(chances, (given) => {
        const sorted = given.toSorted((a, b) => a - b);
        const last = sorted.findLastIndex((chance, at) => chance <= (0.05 * (at + 1)) / given.length);
        fc.pre(sorted.every((chance, at) => Math.abs(chance - (0.05 * (at + 1)) / given.length) > 1e-12));
        expect(findings(given, 0.05).filter(Boolean)).toHaveLength(last + 1);
      }),
    );
  });

  it('do not depend on the order of the looks', () => {
    fc.assert(
      fc.property(chances, (given) => {
        expect(adjustedChances(given.toReversed()).toReversed()).toEqual(adjustedChances(given));
      }),
    );
  });

  it('are those on the step as well', () => {
    expect(findings([0.05], 0.05)).toEqual([true]);
    expect(findings([0.025, 0.9], 0.05)).toEqual([true, false]);
  });

  it('are none of none, and a chance above 1 is refused', () => {
    expect(findings([], 0.05)).toEqual([]);
    expect(() => findings([0.5, 1.2, Number.NaN], 0.05)).toThrow(DomainError);
    expect(() => findings([0.5, 1.2, Number.NaN], 0.05)).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ path: 'chances[1]' }), expect.objectContaining({ path: 'chances[2]' })],
      }),
    );
  });
});
