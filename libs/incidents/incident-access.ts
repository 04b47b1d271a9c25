import { type Actor, type IncidentAccess, type Severity, sitesOf } from '@zenmeban/domain/engine';
import type { HeadRow, StepRow } from './incident-rows';

/** What the abilities ask, and where the rules of its steps stand. */
export type AccessRow = IncidentAccess & { readonly severity: Severity; readonly playbookVersionId: string };

/**
 * What the abilities ask of an incident ($1), without reading everything: those involved have or settled a step, called
 * are those who were owed a call.
 */
export const accessStatement = `
SELECT site_id AS "siteId", severity, restricted, drill, opened_by_id AS "openedBy", playbook_version_id AS "playbookVersionId",
  ARRAY(SELECT who FROM app.incident_step CROSS JOIN LATERAL unnest(ARRAY[assignee_id, settled_by_id]) AS who
        WHERE incident_id = incident.id AND who IS NOT NULL) AS assignees,
  ARRAY(SELECT recipient_id FROM app.notification
        WHERE incident_id = incident.id AND template = 'escalation' AND recipient_id IS NOT NULL) AS called
FROM app.incident WHERE id = $1`;

/** The same of an incident that was read. */
export const accessOf = (
  { site, restricted, drill, openedBy }: HeadRow,
  steps: readonly StepRow[],
): IncidentAccess => ({
  ...{ siteId: site.id, restricted, drill, openedBy: openedBy.id },
  assignees: steps.flatMap(({ assignee, settledBy }) => [assignee, settledBy].flatMap((who) => who?.id ?? [])),
});

/** Whether a person may view the incident `i`, as the abilities say; with `viewerParameters` as $1 to $4. */
export const mayViewSql = `($1::uuid[] IS NULL OR i.site_id = ANY($1))
  AND ($2 OR i.site_id = ANY($3) OR i.opened_by_id = $4 OR NOT i.drill AND (NOT i.restricted OR EXISTS (
    SELECT 1 FROM app.incident_step s WHERE s.incident_id = i.id AND $4 IN (s.assignee_id, s.settled_by_id))))`;

/** Their sites (null = all), whether they supervise everywhere, the sites they supervise, themselves. */
export function viewerParameters(actor: Actor): [string[] | null, boolean, string[], string] {
  const sites = sitesOf(actor);
  const supervised = actor.grants.filter(({ role }) => role !== 'staff').map(({ siteId }) => siteId);
  return [
    sites === 'all' ? null : sites,
    supervised.includes(null),
    supervised.filter((siteId) => siteId !== null),
    actor.personId,
  ];
}
