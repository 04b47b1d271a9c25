import { IconPlugConnectedX } from '@tabler/icons-react';
import { mayBeDelayed } from '../features/watch/may-be-delayed';
import { useEngine } from '../features/watch/use-engine';
import { usePhones } from '../features/watch/use-phones';
import { useTexts } from '../lib/i18n';
import { useNow } from '../lib/use-now';
import classes from './delay-banner.module.css';
import { PhoneLinks } from './phone-links';

/**
 * Says that alerts may be late and whom to phone instead, while the engine stands still or the server is out of reach;
 * nothing else. The sentence is spoken once; what counts on is only seen.
 */
export function DelayBanner() {
  const { t } = useTexts();
  const time = useNow(5_000);
  const { heard } = useEngine();
  const phones = usePhones();
  const why = mayBeDelayed(heard, time);
  const minutes = Math.max(1, Math.floor((time.getTime() - heard.heardAt.getTime()) / 60_000));
  return (
    <>
      {why && (
        <p className="visually-hidden" role="alert">
          {t('delay.title')}
        </p>
      )}
      {why && (
        <aside className={classes.banner} aria-label={t('delay.title')}>
          <IconPlugConnectedX size={26} aria-hidden className={classes.icon} />
          <p className={classes.text}>
            {t('delay.title')}
            <small>{why === 'engine' ? t('delay.engine') : t('delay.server', { count: minutes })}</small>
          </p>
          <PhoneLinks phones={phones} className={classes.call} />
        </aside>
      )}
    </>
  );
}
