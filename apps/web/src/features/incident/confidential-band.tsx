import { IconLock } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import bandClasses from './bands.module.css';

/** Says who can see a restricted incident. */
export function ConfidentialBand() {
  const { t } = useTexts();
  return (
    <div className={bandClasses.band} data-kind="confidential">
      <IconLock size={22} aria-hidden className={bandClasses.icon} />
      <p>
        <strong>{t('incident.confidential')}</strong> {t('incident.confidentialText')}
      </p>
    </div>
  );
}
