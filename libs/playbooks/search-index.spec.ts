import { describe, expect, it } from '@jest/globals';
import type { Playbook } from '@zenmeban/domain/engine';
import { characterReadings, syllablesOf } from './character-readings';
import { buildSearchIndex } from './search-index';

const playbook: Playbook = {
  id: 'overtaking',
  number: 10,
  kind: 'guidance',
  severity: 'low',
  situation: { id: 'courtesy', icon: 'wave', title: { zh: '礼貌', en: 'Courtesy' }, position: 0 },
  icon: 'walk',
  title: { zh: '行走中超越客户', en: 'Overtaking a customer' },
  summary: { zh: '赶时间时看。', en: 'When in a hurry.' },
  search: { zh: ['借过'], en: ['overtake'] },
  overduePolicy: 'overdue',
  steps: [
    {
      id: 'ask',
      title: { zh: '先打招呼', en: 'Ask first' },
      ...{ do: [{ zh: '轻声说', en: 'Speak softly' }], say: [], never: [], ask: {}, after: [], required: false },
    },
  ],
};

describe('buildSearchIndex', () => {
  it('holds title and search words as names, everyday words that are new as words, summary and titles of steps as texts', () => {
    const words = new Map([['overtaking', { zh: ['借过', '让一让'], en: ['hurry'] }]]);
    expect(buildSearchIndex([playbook], words).playbooks).toEqual([
      {
        id: 'overtaking',
        number: 10,
        names: { zh: ['行走中超越客户', '借过'], en: ['Overtaking a customer', 'overtake'] },
        words: { zh: ['让一让'], en: ['hurry'] },
        texts: { zh: ['赶时间时看。', '先打招呼'], en: ['When in a hurry.', 'Ask first'] },
      },
    ]);
  });

  it('says how a name is read only where its neighbours change that, or a character is rare', () => {
    const words = new Map([['overtaking', { zh: ['银行', '重阳节', '㸆肉', 'KTV'], en: [] }]]);
    const { pinyin } = buildSearchIndex([playbook], words);
    expect(pinyin).toEqual({ 银行: 'yin hang', 重阳节: 'chong yang jie', 㸆肉: 'kao rou' });
  });
});

describe('characterReadings', () => {
  const { usual, other } = characterReadings();
  const readAs = (syllable: string) => `${usual[syllable] ?? ''}${other[syllable] ?? ''}`;

  it.each<[string, string]>([
    ['shuai', '摔率甩帅'],
    ['lv', '率绿旅'],
    ['dian', '电電'],
    ['su', '诉訴'],
    ['nv', '女'],
  ])('reads as %s: %s', (syllable, characters) => {
    for (const character of characters) expect(readAs(syllable)).toContain(character);
  });

  it('has one usual reading for each character', () => {
    const characters = [...Object.values(usual).join('')];
    expect(new Set(characters).size).toBe(characters.length);
    expect(characters.length).toBeGreaterThan(6_500);
  });

  it('leaves letters and figures out of what is read', () => {
    expect(syllablesOf('去KTV，12点')).toEqual(['qu', 'dian']);
  });
});
