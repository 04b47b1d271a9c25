/** The two languages of the product: Simplified Chinese and English. */
export type Language = 'zh' | 'en';

export const languages: readonly Language[] = ['zh', 'en'];

/** A text in both languages; neither may be empty. */
export type Localized = Readonly<Record<Language, string>>;
