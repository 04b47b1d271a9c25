/** What a match counts, by where and by what; tuned on `test/search`, where it changes little when these do by half. */
export const weights = {
  field: {
    whole: 1,
    hanzi: 1,
    pinyin: 0.5,
    initials: 0.7,
    english: 1,
    mentionedHanzi: 0.15,
    mentionedEnglish: 0.15,
  },
  /** A name counts as if it had been said so often. */
  times: { title: 3, name: 2, word: 1 },
  /** One of a longer run. */
  oneCharacter: 0.35,
  oneSyllable: 0.3,
  /** Some of more. */
  twoInitials: 0.3,
  threeInitials: 0.35,
  /** Beside what its parts count. */
  wholeInitials: 0.3,
  /** English, in letters that make sense as pinyin. */
  englishInPinyin: 0.3,
  /** A word that was probably meant. */
  guessed: 0.4,
  /** BM25: how soon repeating a word stops helping, and how much a long list of words is held against a playbook. */
  bm25: { k: 1.2, b: 0.4, d: 0 },
} as const;
