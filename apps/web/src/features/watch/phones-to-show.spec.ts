import { describe, expect, it } from '@jest/globals';
import { phonesToShow } from './phones-to-show';

const phone = (siteId: string, number: string) => ({
  ...{ kind: 'supervisor' as const, site: { id: siteId, name: siteId }, name: 'Zhou Min', number },
});
const phones = [phone('bj', '1'), phone('sh', '2'), phone('gz', '2'), phone('sz', '4'), phone('hz', '5')];

describe('when alerts may be delayed one is told', () => {
  it.each([
    ['the number of the site that is meant', 'sz', ['4']],
    ['three numbers, each once, when no site is meant', null, ['1', '2', '4']],
    ['three numbers when the site has none', 'cd', ['1', '2', '4']],
  ])('%s', (_, siteId, expected) => {
    expect(phonesToShow(phones, siteId).map(({ number }) => number)).toEqual(expected);
  });
});
