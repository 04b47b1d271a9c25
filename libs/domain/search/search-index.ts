/** A Chinese text and its pinyin: `['客户摔倒', 'ke hu shuai dao']`, without tones, `ü` as `v`. */
export type Spoken = readonly [text: string, pinyin: string];

/** What one playbook is found by. `names` are what people call it, the title first; `texts` only mention it. */
export type SearchEntry = {
  readonly id: string;
  readonly number: number;
  readonly names: { readonly zh: readonly Spoken[]; readonly en: readonly string[] };
  readonly texts: { readonly zh: readonly string[]; readonly en: readonly string[] };
};

/** What the server builds and the web app keeps: plain JSON. */
export type SearchIndex = {
  readonly playbooks: readonly SearchEntry[];
  /** By syllable, the frequent characters that can be read so, simplified and traditional: `{ shuai: '摔率甩帅衰' }`. */
  readonly readings: Readonly<Record<string, string>>;
};
