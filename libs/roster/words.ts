import type { Localized, Post } from '@zenmeban/domain/engine';

/** What posts are called. */
export const postWords: Readonly<Record<Post, Localized>> = {
  reception: { zh: '前台', en: 'Reception' },
  bar: { zh: '水吧', en: 'Bar' },
  'show-flat': { zh: '样板间', en: 'Show flat' },
  sales: { zh: '销售', en: 'Sales' },
  security: { zh: '安保', en: 'Security' },
  cleaning: { zh: '保洁', en: 'Cleaning' },
  facilities: { zh: '工程', en: 'Facilities' },
  supervisor: { zh: '主管', en: 'Supervisor' },
  manager: { zh: '经理', en: 'Manager' },
  quality: { zh: '品质', en: 'Quality' },
};
