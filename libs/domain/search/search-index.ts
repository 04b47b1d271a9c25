type InBoth = { readonly zh: readonly string[]; readonly en: readonly string[] };

/** What one playbook is found by. */
export type SearchEntry = {
  readonly id: string;
  readonly number: number;
  /** What it is called: its title first, then the search words it brings. */
  readonly names: InBoth;
  /** What else people say for it. */
  readonly words: InBoth;
  /** What only mentions something. */
  readonly texts: InBoth;
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
