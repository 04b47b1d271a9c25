import { describe, expect, it } from '@jest/globals';
import type { PlaybookSummary } from '../../lib/types';
import { findPlaybooks } from './find-playbooks';

const playbook = (number: number, zh: string, en: string, search: PlaybookSummary['search']): PlaybookSummary => ({
  id: `p${number}`,
  number,
  kind: 'incident',
  severity: 'normal',
  icon: 'fall',
  title: { zh, en },
  summary: { zh: `${zh}时用`, en: `When ${en.toLowerCase()}` },
  search,
  version: 1,
  stepCount: 3,
});

const all = [
  playbook(4, '客户或小孩摔倒', 'A customer falls', { zh: ['摔倒', '滑倒'], en: ['fall', 'slip'] }),
  playbook(16, '饮品洒在客人身上', 'A drink is spilled', { zh: ['洒', '打翻'], en: ['spill', 'drink'] }),
  playbook(23, '客户投诉', 'A customer complains', { zh: ['投诉', '不满'], en: ['complaint'] }),
];

const numbers = (typed: string) => findPlaybooks(all, typed).map(({ number }) => number);

describe('findPlaybooks', () => {
  it.each([
    ['', [4, 16, 23]],
    ['  ', [4, 16, 23]],
    ['滑', [4]],
    ['滑倒了', [4]],
    ['SLIP', [4]],
    ['ｆａｌｌ', [4]],
    ['16', [16]],
    ['客户', [23, 4]],
    ['customer falls', [4]],
    ['customer', [4, 23]],
    ['地震', []],
  ])('finds for "%s" the playbooks %j', (typed, expected) =>
    expect(numbers(typed).toSorted()).toEqual(expected.toSorted()),
  );

  it('puts a title that begins with the word before one that only holds it', () => {
    expect(numbers('客户')).toEqual([4, 23]);
    expect(numbers('投诉')).toEqual([23]);
  });
});
