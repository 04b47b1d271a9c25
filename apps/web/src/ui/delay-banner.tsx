import { IconPhone, IconPlugConnectedX } from '@tabler/icons-react';
import { useEngine } from '../features/watch/use-engine';
import { mayBeDelayed } from '../features/watch/may-be-delayed';
import { phonesToShow } from '../features/watch/phones-to-show';
import { useSiteInView } from '../features/watch/use-site-in-view';
import { useTexts } from '../lib/i18n';
import { useNow } from '../lib/use-now';
import classes from './delay-banner.module.css';

/**
 * Says that alerts may be late and whom to phone instead, while the engine stands still or the server is out of reach;
 * nothing else. The sentence is spoken once; what counts on is only seen.
 */
export function DelayBanner() {
  const { t } = useTexts();
  const time = useNow(5_000);
  const { heard, phones } = useEngine();
  const shown = phonesToShow(phones, useSiteInView());
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
          {shown.map(({ kind, site, name, number }) => (
            <a key={site.id} className={classes.call} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
              <IconPhone size={20} aria-hidden />
              {kind === 'supervisor' && shown.length > 1
                ? t('delay.callAt', { name, site: site.name })
                : t('delay.call', { name })}{' '}
              {number}
            </a>
          ))}
        </aside>
      )}
    </>
  );
}
