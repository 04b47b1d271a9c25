import { describe, expect, it } from '@jest/globals';
import type { Opening } from '@zenmeban/domain/engine';
import { draftOf, isPhone, openingOf } from './opening-draft';

const hours = { from: '08:30', until: '20:00' };

describe('opening hours as a draft', () => {
  it.each<[string, Opening | null]>([
    ['open at any hour', null],
    ['closed on every day', { week: {} }],
    ['on some weekdays', { week: { '1': hours, '6': { from: '10:00', until: '02:00' } } }],
    ['with special days', { week: { '1': hours }, days: { '2026-10-01': null, '2026-12-31': hours } }],
  ])('come back as they were: %s', (_, opening) => {
    expect(openingOf(draftOf(opening))).toEqual(opening);
  });

  it('keep the hours of a day that is closed for a moment', () => {
    const draft = draftOf({ week: { '1': hours } });
    const closed = { ...draft, week: { ...draft.week, '1': { ...draft.week['1'], open: false } } };
    expect(openingOf(closed)).toEqual({ week: {} });
    expect(closed.week['1']).toMatchObject(hours);
  });

  it('list special days by date', () => {
    expect(
      draftOf({ week: {}, days: { '2026-12-31': null, '2026-10-01': null } }).days.map(({ date }) => date),
    ).toEqual(['2026-10-01', '2026-12-31']);
  });
});

describe('isPhone', () => {
  it.each([
    ['010-8888 1234', true],
    ['+86 (10) 8888-1234', true],
    ['12', false],
    ['call Li', false],
    ['', false],
  ])('%j: %s', (text, expected) => expect(isPhone(text)).toBe(expected));
});
