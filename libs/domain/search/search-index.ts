/**
 * What one playbook is found by. `names` are what people call it, the title first; `pinyin` belongs to `zh`, one by one:
 * `ke hu shuai dao` for 客户摔倒, without tones, `ü` as `v`, of the characters only. `texts` only mention it.
 */
export type SearchEntry = {
  readonly id: string;
  readonly number: number;
  readonly names: {
    readonly zh: readonly string[];
    readonly pinyin: readonly string[];
    readonly en: readonly string[];
  };
  readonly texts: { readonly zh: readonly string[]; readonly en: readonly string[] };
};

/** What the server builds and the web app keeps: plain JSON. */
export type SearchIndex = {
  readonly playbooks: readonly SearchEntry[];
  /** By syllable, the frequent characters that can be read so, simplified and traditional: `{ shuai: '摔率甩帅衰' }`. */
  readonly readings: Readonly<Record<string, string>>;
};
