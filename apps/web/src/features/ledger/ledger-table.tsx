import { useOperationTexts } from '../../lib/i18n/operations';
import type { LedgerLine } from '../../lib/types';
import { LedgerRow } from './ledger-row';
import classes from './ledger.module.css';

type Props = {
  lines: readonly LedgerLine[];
  /** Within an incident the column of incidents says nothing. */
  inIncident?: boolean;
};

/** The promises one by one: a table at a desk, cards on a phone. The whole row leads to the incident. */
export function LedgerTable({ lines, inIncident = false }: Props) {
  const { t } = useOperationTexts();
  const columns = [
    'planned',
    ...(inIncident ? [] : (['incident'] as const)),
    'what',
    'who',
    'accepted',
    'acknowledgedAt',
    'outcome',
  ] as const;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`ledger.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LedgerRow key={line.id} line={line} inIncident={inIncident} />
        ))}
      </tbody>
    </table>
  );
}
