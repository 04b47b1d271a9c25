import type { Language, Localized } from './localized';
import type { Post } from './playbook';

/** What the posts of a venue are called, everywhere people read of them: pages, messages, mails, calendars, files. */
export const postNames: Readonly<Record<Post, Localized>> = {
  reception: { zh: '接待', en: 'Reception' },
  bar: { zh: '水吧', en: 'Bar' },
  'show-flat': { zh: '样板房', en: 'Show flat' },
  sales: { zh: '销售', en: 'Sales' },
  security: { zh: '秩序维护', en: 'Security' },
  cleaning: { zh: '保洁', en: 'Cleaning' },
  facilities: { zh: '工程', en: 'Facilities' },
  supervisor: { zh: '主管', en: 'Supervisor' },
  manager: { zh: '经理', en: 'Manager' },
  quality: { zh: '品质部', en: 'Quality' },
};

/** The names in one language, by post. */
export function postNamesIn(language: Language): Readonly<Record<Post, string>> {
  const names = Object.entries(postNames).map(([post, name]) => [post, name[language]]);
  return Object.fromEntries(names) as Record<Post, string>;
}
