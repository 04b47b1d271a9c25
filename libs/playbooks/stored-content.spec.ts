import { describe, expect, it } from '@jest/globals';
import type { Playbook } from '@zenmeban/domain/engine';
import { asOfToday, type StoredContent } from './stored-content';

const title = { zh: '示例', en: 'Example' };
const playbook: Playbook = {
  ...{ id: 'example', number: 1, kind: 'incident', severity: 'normal', icon: 'help', title, summary: title },
  ...{ search: { zh: [], en: [] }, overduePolicy: 'overdue', steps: [] },
  situation: { id: 'accident', icon: 'bandage', title, position: 0 },
};

describe('a version that was stored', () => {
  it('by this release is taken as it is', () => {
    const today = { ...playbook, register: { id: 'gift', title: { zh: '礼品台账', en: 'Gifts' } } };
    expect(asOfToday(today)).toEqual(today);
    expect(asOfToday(playbook)).not.toHaveProperty('register');
  });

  it('before there were situations, and with its register by name, can still be shown', () => {
    const { situation: _situation, ...earlier } = playbook;
    const stored: StoredContent = { ...earlier, register: 'injury' };
    expect(asOfToday(stored)).toMatchObject({
      situation: { id: 'other', title: { zh: '其他', en: 'Other' } },
      register: { id: 'injury', title: { zh: 'injury', en: 'injury' } },
    });
  });
});
