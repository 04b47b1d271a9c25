import { describe, expect, it } from '@jest/globals';
import { hanziTokens, wholeChinese } from './chinese';
import { englishTokens, wholeEnglish } from './english';
import { grams } from './grams';
import { pinyinTokens } from './pinyin';
import { plainText } from './plain-text';
import { Vocabulary } from './vocabulary';

describe('the words of a text', () => {
  it.each([
    ['ＡＢＣ１２', 'abc12'],
    ['Café', 'cafe'],
    ['lǜ sè', 'lv se'],
    ['Nǚ', 'nv'],
    ['shuāi dǎo', 'shuai dao'],
  ])('plainText of %s is %s', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('grams are runs of neighbours', () => {
    expect(grams(['a', 'b', 'c'], 2)).toEqual(['ab', 'bc']);
    expect(grams(['a'], 2)).toEqual([]);
  });

  it('hanziTokens leave particles out', () => {
    expect(hanziTokens('洒了水').map((token) => token.slice(1))).toEqual(['洒', '水', '洒水']);
    expect(wholeChinese('洒了水，真的').slice(1)).toBe('洒水真');
    expect(wholeChinese('coffee')).toBe('');
  });

  it('pinyinTokens leave le out', () => {
    expect(pinyinTokens(['yin', 'liao', 'sa', 'le'])).toEqual(['yin', 'liao', 'sa', 'yinliao', 'liaosa', 'yinliaosa']);
  });

  it.each([
    ['spill', 'spilled', 'spills', 'spilling'],
    ['argue', 'argued', 'argues', 'arguing'],
    ['smoke', 'smoker', 'smoking', 'smokes'],
    ['customer', 'customers', "customer's", 'customer’s'],
    ['sign', 'signs', 'signed', 'signing'],
  ])('%s, %s, %s and %s are one English word', (...words) => {
    expect(new Set(words.flatMap(englishTokens)).size).toBe(1);
  });

  it('englishTokens leave filler out, unless there is nothing else', () => {
    expect(englishTokens('what do i do with a ring')).toEqual(['ring']);
    expect(englishTokens('what to do')).toEqual(['what', 'to', 'do']);
    expect(wholeEnglish('the wet floor')).toBe('wet_flo');
  });
});

describe('Vocabulary', () => {
  const vocabulary = new Vocabulary(['complaint', 'fall', 'fault', 'year']);
  const meant = (word: string) => vocabulary.meant(word).map(([text]) => text);

  it.each<[string, string[]]>([
    ['fall', ['fall']],
    ['fa', []],
    ['fal', ['fall']],
    ['fau', ['fault']],
    ['faul', ['fault']],
    ['falk', ['fall']],
    ['yaer', ['year']],
    ['yoor', []],
    ['compalint', ['complaint']],
    ['konplaint', ['complaint']],
    ['gift', []],
  ])('takes %s for %j', (word, expected) => {
    expect(meant(word)).toEqual(expected);
  });

  it('is less sure of what it guessed', () => {
    expect(vocabulary.meant('fall')).toEqual([['fall', 1]]);
    expect(vocabulary.meant('falk')[0]?.[1]).toBeLessThan(1);
  });
});
