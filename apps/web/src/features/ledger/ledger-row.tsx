import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { now } from '../../lib/clock';
import { clockTimeToTheSecond } from '../../lib/format';
import { useOperationTexts } from '../../lib/i18n/operations';
import type { LedgerLine } from '../../lib/types';
import { LineOutcome } from './line-outcome';
import classes from './ledger.module.css';
import { useLineWords } from './use-line-words';

type Props = { line: LedgerLine; inIncident: boolean };

/** One promise: by when, about what, to whom, when it arrived, who took it on, and how it ended. */
export function LedgerRow({ line, inIncident }: Props) {
  const { t, say, language } = useOperationTexts();
  const words = useLineWords();
  const { incident, site, promisedBy, acceptedAt, acknowledgedAt, acknowledgedBy } = line;
  const { timeZone } = site;
  /** What came of it carries its date only when that was another day. */
  const then = (at: string) => clockTimeToTheSecond(at, timeZone, language, new Date(promisedBy));
  return (
    <tr>
      <Cell label={t('ledger.planned')}>
        <span className={classes.time}>{clockTimeToTheSecond(promisedBy, timeZone, language, now())}</span>
      </Cell>
      {!inIncident && (
        <th scope="row">
          <Label text={t('ledger.incident')} />
          <Link
            className={classes.open}
            to="/incidents/$incidentId"
            params={{ incidentId: incident.id }}
            search={{ tab: 'timeline' }}
            aria-label={t('ledger.openIncident', { reference: incident.reference })}
          >
            {incident.reference}
          </Link>
          <span className={classes.sub}>{say(site.name)}</span>
        </th>
      )}
      <Cell label={t('ledger.what')}>{words.what(line)}</Cell>
      <Cell label={t('ledger.who')}>
        {words.who(line)}
        <span className={classes.sub}>{words.way(line)}</span>
      </Cell>
      <Cell label={t('ledger.accepted')}>{acceptedAt && <span className={classes.time}>{then(acceptedAt)}</span>}</Cell>
      <Cell label={t('ledger.acknowledgedAt')}>
        {acknowledgedAt && <span className={classes.time}>{then(acknowledgedAt)}</span>}
        {acknowledgedBy && <span className={classes.sub}>{acknowledgedBy.name}</span>}
      </Cell>
      <td className={classes.wide}>
        <LineOutcome line={line} />
      </td>
    </tr>
  );
}

/** A cell that says what it is where the head of its column is not shown; an empty one is not shown there at all. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  const empty = children === null || (Array.isArray(children) && children.every((child) => child === null));
  return (
    <td>
      {!empty && <Label text={label} />}
      {children}
    </td>
  );
}

const Label = ({ text }: { text: string }) => <span className={classes.label}>{text}</span>;
