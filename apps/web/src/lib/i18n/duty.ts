import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useTexts } from '.';
import { dutyEn } from './duty-en';
import { dutyZh } from './duty-zh';

i18next.addResourceBundle('zh', 'duty', dutyZh);
i18next.addResourceBundle('en', 'duty', dutyEn);

/** What `useTexts` gives, and `d` for the texts of duty, which come with the pages that show them. */
export function useDutyTexts() {
  const { t: d } = useTranslation('duty');
  return { ...useTexts(), d };
}

/** Looks a text of duty up: for functions that put sentences together. */
export type DutyWords = ReturnType<typeof useDutyTexts>['d'];
