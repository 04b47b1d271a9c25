import { describe, expect, it } from '@jest/globals';
import { searchIndex } from '../examples/search-index';
import { createSearchEngine, foundBy, searchPlaybooks } from './index';

const engine = createSearchEngine(searchIndex);
const search = (query: string) => searchPlaybooks(engine, query);

describe('searchPlaybooks', () => {
  it.each<[string, string, string]>([
    ['Chinese', '摔倒', 'fall'],
    ['a single character', '滑', 'fall'],
    ['words around it', '客人摔倒了怎么办', 'fall'],
    ['wrong characters of the same sound', '率道', 'fall'],
    ['a wrong one of several readings', '地面湿花', 'fall'],
    ['traditional characters', '電梯', 'lift'],
    ['pinyin', 'shuaidao', 'fall'],
    ['pinyin with spaces', 'hua dao', 'fall'],
    ['pinyin with an unfinished end', 'shuaid', 'fall'],
    ['pinyin with tones', 'shuāi dǎo', 'fall'],
    ['pinyin with a slip', 'shuaidoa', 'fall'],
    ['pinyin and a particle', 'huadaole', 'fall'],
    ['pinyin of two names', 'yinliao sa', 'spill'],
    ['initials', 'xhs', 'fall'],
    ['initials of a whole name', 'khts', 'complaint'],
    ['initials of two names', 'kfsl', 'spill'],
    ['English', 'slip', 'fall'],
    ['other forms of the word', 'slipped', 'fall'],
    ['the beginning of a word', 'elev', 'lift'],
    ['a slip in a word', 'ambulence', 'fall'],
    ['letters that changed places', 'compalins', 'complaint'],
    ['words that say little', 'how do I complain about it', 'complaint'],
    ['capitals and wide letters', 'ＣＯＦＦＥＥ', 'spill'],
    ['Chinese and pinyin together', '客户tousu', 'complaint'],
    ['a figure among its words', '120', 'fall'],
    ['its number', '16', 'spill'],
    ['its number in wide figures', ' １６ ', 'spill'],
  ])('finds by %s', (_, query, id) => {
    expect(search(query)[0]).toMatchObject({ id, sure: true });
  });

  it.each(['', '   ', '？！', '🙂'])('finds nothing for "%s"', (query) => {
    expect(search(query)).toEqual([]);
  });

  it('puts the name that is meant as a whole before those that only hold it', () => {
    expect(search('差评').map(({ id }) => id)).toEqual(['complaint']);
    expect(search('客户投诉')[0]?.id).toBe('complaint');
    expect(search('客户')).toHaveLength(4);
  });

  it('puts what a playbook calls itself before what people also say for another', () => {
    const said = { zh: ['客户投诉'], en: [] };
    const playbooks = searchIndex.playbooks.map((entry) => (entry.id === 'fall' ? { ...entry, words: said } : entry));
    const found = searchPlaybooks(createSearchEngine({ ...searchIndex, playbooks }), '投诉');
    expect(found.map(({ id }) => id)).toEqual(['complaint', 'fall']);
  });

  it('is not sure when only scraps were met', () => {
    expect(search('地震')).toMatchObject([{ id: 'fall', sure: false }]);
  });

  it('reads no more than the beginning of a very long question', () => {
    expect(search(`摔倒${'。'.repeat(100_000)}电梯`).map(({ id }) => id)).toEqual(['fall']);
  });
});

describe('foundBy', () => {
  const word = (query: string) => search(query).map((hit) => foundBy(engine, hit))[0];

  it.each<[string, string | null]>([
    ['滑倒', '滑倒'],
    ['huadao', '滑倒'],
    ['kafei', '咖啡'],
    ['elevator', 'elevator'],
    ['摔倒', null],
    ['falls', null],
    ['投诉', null],
    ['登记', null],
    ['23', null],
  ])('of "%s" is %j', (query, expected) => {
    expect(word(query)).toBe(expected);
  });
});
