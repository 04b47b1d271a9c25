import type { Language, Playbook } from '@zenmeban/domain/engine';
import type { SearchEntry, SearchIndex } from '@zenmeban/domain/search';
import { pinyin } from 'pinyin-pro';
import { characterReadings } from './character-readings';

/** What playbooks are found by, with the pinyin that no phone should have to know. */
export const buildSearchIndex = (playbooks: readonly Playbook[]): SearchIndex => ({
  playbooks: playbooks.map(entryOf),
  readings: characterReadings(),
});

function entryOf({ id, number, title, search, summary, steps }: Playbook): SearchEntry {
  const chinese = [title.zh, ...search.zh];
  const mentioned = (language: Language) => [summary[language], ...steps.map((step) => step.title[language])];
  return {
    id,
    number,
    names: { zh: chinese, pinyin: chinese.map(pinyinOf), en: [title.en, ...search.en] },
    texts: { zh: mentioned('zh'), en: mentioned('en') },
  };
}

/** Characters with several readings are read as their neighbours demand: 银行 yin hang, 行走 xing zou. */
const pinyinOf = (text: string): string =>
  pinyin(text, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' }).join(' ');
