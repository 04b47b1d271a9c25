import { useOperationTexts } from '../../lib/i18n/operations';
import { durationOf } from './duration';

/** Seconds in words of the reader's language. */
export function useDuration(): (seconds: number) => string {
  const { t } = useOperationTexts();
  return (exact) => {
    const duration = durationOf(exact);
    switch (duration.key) {
      case 'minutesSeconds':
        return t('ledger.minutesSeconds', duration);
      case 'hoursMinutes':
        return t('ledger.hoursMinutes', duration);
      default:
        return t(`ledger.${duration.key}`, { count: duration.count });
    }
  };
}
