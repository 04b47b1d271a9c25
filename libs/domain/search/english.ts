/** Words of a question that say nothing about its subject. */
const filler = new Set(
  (
    'a an the i my me we our us you your he she his her him it its this that these those and or of to in on at for with by from ' +
    'is are was were be been am do does did has have had got get can could should would will want wants need ' +
    'what when where how who why there here some one people person somebody someone about over up out not very so just'
  ).split(' '),
);

export const isEnglishFiller = (word: string): boolean => filler.has(word);

/** The English words and the figures of a text, without filler unless there is nothing else. */
export function englishWords(plain: string): readonly string[] {
  const words = plain.match(/[a-z0-9]+(?:['’][a-z]+)?/g) ?? [];
  const told = words.filter((word) => !isEnglishFiller(word));
  return told.length > 0 ? told : words;
}

/** Their stems. */
export const englishTokens = (plain: string): string[] => englishWords(plain).map(stem);

/** All stems of a text, as one. */
export const wholeEnglish = (plain: string): string => englishTokens(plain).join('_');

/** A word without its ending, roughly (spills, spilled → spil): it only has to be the same on both sides. */
export function stem(word: string): string {
  return word
    .replace(/['’]s$/, '')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace(/^(.{3,})(?:ing|ed|er|or|ly)$/, '$1')
    .replace(/(..)e$/, '$1')
    .replace(/([^aeiou])\1$/, '$1');
}
