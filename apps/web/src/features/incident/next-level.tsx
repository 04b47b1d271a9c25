import { countdown } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import { useNow } from '../../lib/use-now';
import classes from './incident.module.css';

/** When the next level is called; `called`: at least one was already. Not announced every second. */
export function NextLevel({ at, called }: { at: string | null; called: boolean }) {
  const { t } = useTexts();
  const time = useNow();
  if (!called) return null;
  if (at === null) return <span>{t('alarm.last')}</span>;
  const left = Date.parse(at) - time.getTime();
  return (
    <span className={classes.mono} aria-live="off">
      {left > 0 ? t('alarm.next', { time: countdown(left) }) : t('alarm.nextNow')}
    </span>
  );
}
