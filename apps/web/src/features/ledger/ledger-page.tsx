import { Button } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useOperationTexts } from '../../lib/i18n/operations';
import { ErrorNotice, Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { LedgerFilters } from './ledger-filters';
import classes from './ledger.module.css';
import { LedgerLines } from './ledger-lines';
import { SummarySentence } from './summary-sentence';
import { csvAddress, useLedger } from './use-ledger';

const route = getRouteApi('/signed-in/ledger');

/** Every notice that was owed and what became of it, a sentence first. What is shown stands in the address. */
export function LedgerPage() {
  const { t } = useOperationTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const ledger = useLedger(search);
  return (
    <Page
      wide
      title={t('ledger.title')}
      text={t('ledger.text')}
      actions={
        <div className={classes.buttons}>
          <Button
            component="a"
            variant="default"
            href={csvAddress(ledger.asked)}
            download
            leftSection={<IconTableExport size={20} />}
          >
            {t('ledger.csv')}
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={20} />} onClick={() => print()}>
            {t('ledger.print')}
          </Button>
        </div>
      }
    >
      <LedgerFilters
        search={search}
        period={ledger.asked}
        summary={ledger.summary}
        onChange={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
      />
      {ledger.backwards && <Notice tone="warning">{t('ledger.rangeWrong')}</Notice>}
      <ErrorNotice error={ledger.error} />
      {ledger.summary && <SummarySentence summary={ledger.summary} />}
      <LedgerLines ledger={ledger} filtered={search.state !== undefined} />
    </Page>
  );
}
