import { describe, expect, it } from '@jest/globals';
import { Readings } from './readings';

const readings = new Readings({
  usual: { di: '的', de: '地', hua: '滑', dao: '倒', ka: '咖', fei: '啡', xi: '西', an: '安', xian: '先', a: '啊' },
  other: { di: '地', de: '的' },
});

describe('Readings', () => {
  it.each<[string, string[]]>([
    ['滑', ['hua']],
    ['地', ['de', 'di']],
    ['龘', []],
  ])('reads %s as %j', (character, syllables) => {
    expect(readings.of(character)).toEqual(syllables);
  });

  it('reads a text as usual', () => {
    expect(readings.usual('滑地 KTV 龘')).toEqual(['hua', 'de']);
  });

  it.each<[string, string[]]>([
    ['huadao', ['hua', 'dao']],
    ['kafeisl', ['ka', 'fei', 's', 'l']],
    ['xian', ['xian']],
    ['a', ['a']],
    ['qz', ['q', 'z']],
    ['', []],
  ])('divides %s into %j', (letters, parts) => {
    expect(readings.divide(letters)).toEqual(parts);
  });
});
