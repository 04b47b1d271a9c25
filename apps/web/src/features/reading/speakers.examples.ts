import { createInstance } from 'i18next';
import { en } from '../../lib/i18n/en';
import { zh } from '../../lib/i18n/zh';
import type { Speaker } from './step-words';

const texts = createInstance();
await texts.init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
});

/** Both languages: for specs only. */
export const speakers: Record<'zh' | 'en', Speaker> = {
  zh: { t: texts.getFixedT('zh'), say: (text) => text.zh },
  en: { t: texts.getFixedT('en'), say: (text) => text.en },
};
