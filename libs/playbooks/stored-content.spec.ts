import { describe, expect, it } from '@jest/globals';
import { playbook, step } from '../domain/examples/playbook';
import { asOfToday, type StoredContent } from './stored-content';

describe('a version that was stored', () => {
  it('by this release is taken as it is', () => {
    const today = { ...playbook(step('a')), register: { id: 'gift', title: { zh: '礼品台账', en: 'Gifts' } } };
    expect(asOfToday(today)).toEqual(today);
    expect(asOfToday(playbook(step('a')))).not.toHaveProperty('register');
  });

  it('before there were situations, and with its register by name, can still be shown', () => {
    const { situation: _situation, ...earlier } = playbook(step('a'));
    const stored: StoredContent = { ...earlier, register: 'injury' };
    expect(asOfToday(stored)).toMatchObject({
      situation: { id: 'other', title: { zh: '其他', en: 'Other' } },
      register: { id: 'injury', title: { zh: 'injury', en: 'injury' } },
    });
  });
});
