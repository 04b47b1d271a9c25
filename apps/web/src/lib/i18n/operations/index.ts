import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useTexts } from '..';
import { en } from './en';
import { zh } from './zh';

/**
 * The texts of the pages that few people open, apart from the app's: whoever stands before a step does not load them.
 * Loaded with the first of these pages.
 */
export function useOperationTexts() {
  const { language, say } = useTexts();
  const { t } = useTranslation('operations');
  return { t, language, say };
}

i18next.addResourceBundle('zh', 'operations', zh);
i18next.addResourceBundle('en', 'operations', en);
