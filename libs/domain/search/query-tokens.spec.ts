import { describe, expect, it } from '@jest/globals';
import { searchIndex } from '../examples/search-index';
import type { Way } from './names';
import { type Known, queryTokens } from './query-tokens';
import { Readings } from './readings';
import { Vocabulary } from './vocabulary';

const known: Known = {
  readings: new Readings(searchIndex.readings),
  pinyin: new Vocabulary(['hua', 'shuai', 'dao', 'yin', 'liao', 'sa', 'shuaidao', 'huadao', 'yinliao']),
  english: new Vocabulary(['coffee', 'coffe', 'spilled', 'spil', 'complaint']),
};
const weighted = (query: string, way: Way) => queryTokens(query, known)[way];
const tokens = (query: string, way: Way) => [...weighted(query, way).keys()];
/** Without the sign that only spares the tree of terms. */
const hanzi = (query: string) => tokens(query, 'hanzi').map((token) => token.slice(1));

describe('queryTokens', () => {
  it('takes characters singly and with their neighbour', () => {
    expect(hanzi('小孩摔')).toEqual(['小', '孩', '摔', '小孩', '孩摔']);
  });

  it('leaves out what says nothing, and joins nothing across it', () => {
    expect(hanzi('我的咖啡被洒了怎么办')).toEqual(['咖', '啡', '咖啡', '洒']);
    expect(hanzi('怎么办')).toEqual(['怎', '么', '办', '怎么', '么办']);
  });

  it('says 客户 for whoever is one', () => {
    expect(hanzi('顾客')).toEqual(hanzi('客户'));
    expect(tokens('visitors', 'english')).toEqual(tokens('customer', 'english'));
  });

  it('reads a character in all ways, but keeps only those that some name sounds like', () => {
    expect(tokens('率道', 'pinyin')).toEqual(['shuai', 'dao', 'shuaidao']);
  });

  it.each([
    ['hua dao', ['hua', 'dao', 'huadao']],
    ['huadaole', ['hua', 'dao', 'huadao']],
    ['huad', ['hua', 'huadao']],
    ['shuiadao', ['shuai', 'dao', 'shuaidao']],
    ['yinlioa', ['yinliao']],
    ['hua down', []],
  ])('reads %s as %j', (query, expected) => {
    expect(tokens(query, 'pinyin')).toEqual(expect.arrayContaining(expected));
    expect(tokens(query, 'pinyin')).toHaveLength(expected.length);
  });

  it('takes a syllable that stands alone between longer words for a word', () => {
    expect(weighted('yinliao sa', 'pinyin').get('sa')).toBe(1);
    expect(weighted('yinliao sa', 'pinyin').get('yin')).toBeLessThan(1);
  });

  it('takes one short run of letters that is no pinyin for initials', () => {
    expect(tokens('xhs', 'initials')).toEqual(['xhs', 'xh', 'hs']);
    expect(tokens('shuaidao', 'initials')).toEqual([]);
    expect(tokens('with', 'initials')).toEqual([]);
    expect(tokens('xh sd', 'initials')).toEqual([]);
  });

  it('looks past the initials of 客户 and 我 in front and of 了 at the end', () => {
    expect(weighted('khsd', 'initials').get('sd')).toBe(1);
    expect(weighted('wgcl', 'initials').get('gc')).toBe(1);
    expect(weighted('kfsl', 'initials').get('kfs')).toBe(1);
    expect(weighted('kfsl', 'initials').get('kf')).toBeLessThan(1);
  });

  it('guesses what a mistyped English word was meant to be', () => {
    expect(tokens('spiled', 'english')).toEqual(['spil']);
    expect(tokens('cofefe', 'english')).toEqual(['cof']);
    expect(tokens('compl', 'english')).toEqual(['complaint']);
    expect(tokens('xyzzy', 'english')).toEqual([]);
  });

  it('believes less in English where the letters make sense as pinyin', () => {
    const both = { ...known, english: new Vocabulary(['huadao']) };
    expect(queryTokens('huadao', both).english.get('huadao')).toBeLessThan(1);
    expect(queryTokens('complaint', both).english.get('complaint')).toBeUndefined();
  });
});
