import { useTexts } from '../lib/i18n';
import classes from './ui.module.css';

/** The mark and the name. */
export function Brand() {
  const { t } = useTexts();
  return (
    <span className={classes.brand}>
      <img src="/icon.svg" alt="" width={32} height={32} />
      <span className={classes.brandName}>{t('app.name')}</span>
    </span>
  );
}
