import { describe, expect, it } from '@jest/globals';
import type { SearchIndex } from '@zenmeban/domain/search';
import type { PlaybookSummary } from '../../lib/types';
import { createFinder } from './found-playbooks';

const playbook = (number: number, zh: string, en: string): PlaybookSummary => ({
  id: `p${number}`,
  number,
  kind: 'incident',
  severity: 'normal',
  situation: { id: 'accident', icon: 'bandage', title: { zh: '受伤', en: 'Hurt' }, position: 0 },
  icon: 'fall',
  title: { zh, en },
  summary: { zh, en },
  search: { zh: [], en: [] },
  version: 1,
  stepCount: 3,
  loggable: false,
  practisedAt: null,
});
const all = [playbook(4, '客户摔倒', 'A customer falls'), playbook(23, '客户投诉', 'A customer complains')];

const none = { zh: [], en: [] };
const index: SearchIndex = {
  playbooks: [
    { id: 'p4', number: 4, names: { zh: ['客户摔倒', '滑倒'], en: ['A customer falls'] }, words: none, texts: none },
    { id: 'p23', number: 23, names: { zh: ['客户投诉'], en: ['A customer complains'] }, words: none, texts: none },
  ],
  readings: { usual: { hua: '滑', dao: '倒', shuai: '摔' }, other: {} },
  pinyin: {},
};

const find = createFinder(index);
const numbers = (found: readonly { playbook: PlaybookSummary }[]) => found.map(({ playbook }) => playbook.number);

describe('createFinder', () => {
  it('finds the playbooks of the list, the likeliest first', () => {
    expect(numbers(find(all, '客户').hits)).toHaveLength(2);
    expect(numbers(find(all, '投诉').hits)).toEqual([23]);
    expect(find([], '投诉')).toEqual({ hits: [], nearest: [] });
  });

  it('says by which word it was found where the title does not', () => {
    expect(find(all, 'huadao').hits).toMatchObject([{ foundBy: '滑倒' }]);
    expect(find(all, '摔倒').hits).toMatchObject([{ foundBy: null }]);
  });

  it('names only what comes nearest where nothing is sure', () => {
    const { hits, nearest } = find(all, '倒车镜');
    expect(hits).toEqual([]);
    expect(numbers(nearest)).toEqual([4]);
  });

  it('finds nothing for a blank question', () => {
    expect(find(all, ' ')).toEqual({ hits: [], nearest: [] });
  });
});
