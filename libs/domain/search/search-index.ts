/** What one playbook is found by. `names` are what people call it, the title first; `texts` only mention it. */
export type SearchEntry = {
  readonly id: string;
  readonly number: number;
  readonly names: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly texts: { readonly zh: readonly string[]; readonly en: readonly string[] };
};

/** By syllable (no tone, `ü` as `v`), characters that are read so: `{ shuai: '摔甩帅衰' }`. */
export type CharactersBySyllable = Readonly<Record<string, string>>;

/** What the server builds and the web app keeps: plain JSON. */
export type SearchIndex = {
  readonly playbooks: readonly SearchEntry[];
  /** Of frequent characters, simplified and traditional: how each is usually read, and how else it can be. */
  readonly readings: { readonly usual: CharactersBySyllable; readonly other: CharactersBySyllable };
  /** The pinyin of names that are not read as usual: `{ 重阳节: 'chong yang jie' }`. */
  readonly pinyin: Readonly<Record<string, string>>;
};
