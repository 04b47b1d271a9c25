import { useQuery } from '@tanstack/react-query';
import { isOpenStatus } from '@zenmeban/domain/engine';
import { useOperationTexts } from '../../lib/i18n/operations';
import { incidentLedgerQuery } from '../../lib/operation-queries';
import type { Incident } from '../../lib/types';
import { LedgerTable } from './ledger-table';
import classes from './ledger.module.css';
import { SummarySentence } from './summary-sentence';

/** What was promised in this incident and what became of it; nothing for those who may not see it, or before a promise. */
export function IncidentLedger({ incident }: { incident: Incident }) {
  const { t } = useOperationTexts();
  const { data: ledger } = useQuery({
    ...incidentLedgerQuery(incident.id),
    refetchInterval: isOpenStatus(incident.status) ? 10_000 : false,
  });
  if (!ledger || ledger.items.length === 0) return null;
  return (
    <section className={classes.inIncident} aria-label={t('ledger.inIncident')}>
      <h2>{t('ledger.inIncident')}</h2>
      <SummarySentence summary={ledger.summary} />
      <LedgerTable lines={ledger.items} inIncident />
    </section>
  );
}
