import { type Language, languages, type Role, roles } from '@zenmeban/domain/engine';

const roleWords: Readonly<Record<string, Role>> = {
  员工: 'staff',
  一线: 'staff',
  一线员工: 'staff',
  主管: 'supervisor',
  经理: 'manager',
  管理员: 'administrator',
};

const languageWords: Readonly<Record<string, Language>> = { 中文: 'zh', chinese: 'zh', 英文: 'en', english: 'en' };

const lookUp =
  <T extends string>(known: readonly T[], words: Readonly<Record<string, T>>) =>
  (text: string): T | undefined => {
    const word = text.normalize('NFKC').trim().toLowerCase();
    return known.find((one) => one === word) ?? words[word];
  };

/** What a word of the file means, in Chinese or English; undefined when it means nothing here. */
export const roleOf = lookUp(roles, roleWords);
export const languageOf = lookUp(languages, languageWords);
