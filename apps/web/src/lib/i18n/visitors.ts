import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useTexts } from '.';
import { visitorsEn } from './visitors-en';
import { visitorsZh } from './visitors-zh';

i18next.addResourceBundle('zh', 'visitors', visitorsZh);
i18next.addResourceBundle('en', 'visitors', visitorsEn);

/** What `useTexts` gives, and `v` for the texts of visitors, which come with the pages that show them. */
export function useVisitorTexts() {
  const { t: v } = useTranslation('visitors');
  return { ...useTexts(), v };
}
