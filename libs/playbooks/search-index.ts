import type { Language, Playbook } from '@zenmeban/domain/engine';
import type { SearchEntry, SearchIndex } from '@zenmeban/domain/search';
import { pinyin } from 'pinyin-pro';
import { characterReadings } from './character-readings';

type Words = Readonly<Record<Language, readonly string[]>>;

/**
 * What playbooks are found by, with the pinyin that no phone should have to know.
 * @param everydayWords by the id of a playbook, words beside those it brings itself
 */
export const buildSearchIndex = (
  playbooks: readonly Playbook[],
  everydayWords: ReadonlyMap<string, Words> = new Map(),
): SearchIndex => ({
  playbooks: playbooks.map((playbook) => entryOf(playbook, everydayWords.get(playbook.id) ?? { zh: [], en: [] })),
  readings: characterReadings(),
});

function entryOf({ id, number, title, search, summary, steps }: Playbook, words: Words): SearchEntry {
  const names = (language: Language) => [...new Set([title[language], ...search[language], ...words[language]])];
  const mentioned = (language: Language) => [summary[language], ...steps.map((step) => step.title[language])];
  return {
    id,
    number,
    names: { zh: names('zh'), pinyin: names('zh').map(pinyinOf), en: names('en') },
    texts: { zh: mentioned('zh'), en: mentioned('en') },
  };
}

/** Characters with several readings are read as their neighbours demand: 银行 yin hang, 行走 xing zou. */
const pinyinOf = (text: string): string =>
  pinyin(text, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' }).join(' ');
