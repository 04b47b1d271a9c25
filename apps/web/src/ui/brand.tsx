import { useTexts } from '../lib/i18n';
import shellClasses from './shell.module.css';

/** The mark and the name. */
export function Brand() {
  const { t } = useTexts();
  return (
    <span className={shellClasses.brand}>
      <img src="/icon.svg" alt="" width={32} height={32} />
      <span className={shellClasses.brandName}>{t('app.name')}</span>
    </span>
  );
}
