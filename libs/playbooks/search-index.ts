import type { Language, Playbook } from '@zenmeban/domain/engine';
import { Readings, type SearchEntry, type SearchIndex } from '@zenmeban/domain/search';
import { characterReadings, syllablesOf } from './character-readings';

type Words = Readonly<Record<Language, readonly string[]>>;

/**
 * What playbooks are found by, with the pinyin that no phone should have to know.
 * @param everydayWords by the id of a playbook, words beside those it brings itself
 */
export function buildSearchIndex(
  playbooks: readonly Playbook[],
  everydayWords: ReadonlyMap<string, Words> = new Map(),
): SearchIndex {
  const entries = playbooks.map((playbook) => entryOf(playbook, everydayWords.get(playbook.id) ?? { zh: [], en: [] }));
  const readings = characterReadings();
  return { playbooks: entries, readings, pinyin: unusualPinyin(entries, new Readings(readings)) };
}

function entryOf({ id, number, title, search, summary, steps }: Playbook, words: Words): SearchEntry {
  const names = inBoth((language) => [...new Set([title[language], ...search[language]])]);
  return {
    id,
    number,
    names,
    words: inBoth((language) => words[language].filter((word) => !names[language].includes(word))),
    texts: inBoth((language) => [summary[language], ...steps.map((step) => step.title[language])]),
  };
}

const inBoth = (of: (language: Language) => readonly string[]): Words => ({ zh: of('zh'), en: of('en') });

/** Where a neighbour demands another reading than the usual one (行走 is xing zou, 银行 yin hang), or nobody knows one. */
function unusualPinyin(entries: readonly SearchEntry[], readings: Readings): SearchIndex['pinyin'] {
  const names = entries.flatMap((entry) => [...entry.names.zh, ...entry.words.zh]);
  const read = names.map((name) => [name, syllablesOf(name).join(' ')] as const);
  return Object.fromEntries(read.filter(([name, pinyin]) => pinyin !== readings.usual(name).join(' ')));
}
