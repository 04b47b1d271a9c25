import { Skeleton } from '@mantine/core';
import { useTexts } from '../lib/i18n';
import classes from './ui.module.css';

/** The shape of a page whose content is on its way. */
export function LoadingPage() {
  const { t } = useTexts();
  return (
    <div className={classes.page} role="status" aria-label={t('app.loading')}>
      <Skeleton height={36} width="55%" />
      <Skeleton height={54} />
      <Skeleton height={120} />
      <Skeleton height={120} />
    </div>
  );
}
