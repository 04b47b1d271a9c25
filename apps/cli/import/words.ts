import { type Language, languages, type Post, posts, type Role, roles } from '@zenmeban/domain/engine';

const roleWords: Readonly<Record<string, Role>> = {
  员工: 'staff',
  一线: 'staff',
  一线员工: 'staff',
  主管: 'supervisor',
  经理: 'manager',
  管理员: 'administrator',
};

const postWords: Readonly<Record<string, Post>> = {
  前台: 'reception',
  接待: 'reception',
  水吧: 'bar',
  吧台: 'bar',
  样板间: 'show-flat',
  样板房: 'show-flat',
  销售: 'sales',
  保安: 'security',
  安保: 'security',
  秩序: 'security',
  保洁: 'cleaning',
  工程: 'facilities',
  维修: 'facilities',
  主管: 'supervisor',
  经理: 'manager',
  品质: 'quality',
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
export const postOf = lookUp(posts, postWords);
export const languageOf = lookUp(languages, languageWords);
