import type { Language, Localized } from '@zenmeban/domain/engine';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { recall, remember } from '../local-store';
import type { dutyZh } from './duty-zh';
import { en } from './en';
import type { OperationTexts } from './operations/zh';
import type { VisitorTexts } from './visitors-zh';
import { zh } from './zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh; operations: OperationTexts; duty: typeof dutyZh; visitors: VisitorTexts };
  }
}

const isLanguage = (value: string | null): value is Language => value === 'zh' || value === 'en';

/** What the person chose on this device, or null. */
export function chosenLanguage(): Language | null {
  const kept = recall('language');
  return isLanguage(kept) ? kept : null;
}

/** Shows the app in `language`; `keep` when a person chose it. */
export async function showLanguage(language: Language, keep: boolean): Promise<void> {
  if (keep) remember('language', language);
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  const language = chosenLanguage() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  await showLanguage(language, false);
}

/** The texts, the language shown, and `say` for a text that comes in both languages. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return { t, language, say: (text: Localized) => text[language] };
}

/** The same in a certain language, whatever the app is shown in. */
export function useTextsIn(language: Language) {
  const { i18n } = useTranslation();
  return { t: i18n.getFixedT(language), say: (text: Localized) => text[language] };
}
