import { clockTime, span } from './format';
import { useTexts } from './i18n';
import { useNow } from './use-now';

/** How to say when something was: `ago` as `3 min ago`, `at` as the time on this device's clock. Both take ISO instants. */
export function useWhen() {
  const { t, language } = useTexts();
  const time = useNow(10_000);
  return {
    ago: (iso: string) => {
      const { unit, count } = span(time.getTime() - Date.parse(iso));
      return t(`board.ago_${unit}`, { count });
    },
    at: (iso: string) => clockTime(iso, Intl.DateTimeFormat().resolvedOptions().timeZone, language, time),
  };
}
