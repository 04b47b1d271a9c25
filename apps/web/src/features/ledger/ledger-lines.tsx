import { Button, Skeleton } from '@mantine/core';
import { IconReportAnalytics, IconThumbUp } from '@tabler/icons-react';
import { useOperationTexts } from '../../lib/i18n/operations';
import { BlankSlate } from '../../ui/blank-slate';
import classes from './ledger.module.css';
import { LedgerTable } from './ledger-table';
import type { Ledger } from './use-ledger';

/** The lines below the sentence, page by page; an empty list is good news or no news. */
export function LedgerLines({ ledger, filtered }: { ledger: Ledger; filtered: boolean }) {
  const { t } = useOperationTexts();
  const { lines, isPending, error, next } = ledger;
  if (isPending && !error) return [1, 2, 3].map((n) => <Skeleton key={n} height={64} radius={16} />);
  if (lines.length === 0 && !error)
    return (
      <BlankSlate
        icon={filtered ? <IconThumbUp size={40} /> : <IconReportAnalytics size={40} />}
        title={t('ledger.emptyTitle')}
        text={filtered ? t('ledger.emptyFilter') : t('ledger.emptyText')}
      />
    );
  return (
    <>
      <LedgerTable lines={lines} />
      <p className={classes.dim}>{t('ledger.zone')}</p>
      {next && (
        <Button className={classes.more} variant="default" loading={next.isLoading} onClick={next.load}>
          {t('ledger.more')}
        </Button>
      )}
    </>
  );
}
