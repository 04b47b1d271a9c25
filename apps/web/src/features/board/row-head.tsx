import { Link } from '@tanstack/react-router';
import { span } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { IncidentRow } from '../../lib/types';
import { useNow } from '../../lib/use-now';
import { SeverityBadge } from '../../ui/severity-badge';
import classes from './board.module.css';

/** What, where, how grave and since when; the whole head leads to the incident. */
export function RowHead({ incident }: { incident: IncidentRow }) {
  const { t, say } = useTexts();
  const time = useNow(10_000);
  const { unit, count } = span(time.getTime() - Date.parse(incident.openedAt));
  const where = [say(incident.site.name), incident.place && say(incident.place.name)].filter(Boolean).join(' · ');
  return (
    <Link className={classes.rowHead} to="/incidents/$incidentId" params={{ incidentId: incident.id }}>
      <span className={classes.rowTitle}>
        <strong>{say(incident.playbook.title)}</strong>
        <SeverityBadge severity={incident.severity} />
      </span>
      <span>{where}</span>
      <span className={classes.dim}>
        {[incident.reference, t(`board.ago_${unit}`, { count }), incident.openedBy.name].join(' · ')}
      </span>
    </Link>
  );
}
