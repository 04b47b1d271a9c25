import { IconPhone } from '@tabler/icons-react';
import { useTexts } from '../lib/i18n';
import type { Engine } from '../lib/types';

/** Whom to phone, each a link that dials; with several, also of which site they are. */
export function PhoneLinks({ phones, className }: { phones: Engine['phones']; className: string | undefined }) {
  const { t } = useTexts();
  return phones.map(({ kind, site, name, number }) => (
    <a key={site.id} className={className} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      <IconPhone size={20} aria-hidden />
      {kind === 'supervisor' && phones.length > 1
        ? t('delay.callAt', { name, site: site.name })
        : t('delay.call', { name })}{' '}
      {number}
    </a>
  ));
}
