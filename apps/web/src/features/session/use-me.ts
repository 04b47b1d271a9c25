import { type Actor, roles, type Role } from '@zenmeban/domain/engine';
import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../../lib/queries';
import type { Incident, IncidentRow, Me, RunStep } from '../../lib/types';

/** The signed-in person; the route above has loaded them. */
export function useMe(): { me: Me; actor: Actor } {
  const { data: me } = useSuspenseQuery(meQuery);
  return { me, actor: { personId: me.id, grants: me.grants } };
}

/** The highest role a person has anywhere. */
export const highestRoleOf = (me: Me): Role | null =>
  roles.findLast((role) => me.grants.some((grant) => grant.role === role)) ?? null;

/** From supervisor up the day begins with what is open, else with what to do. */
export const startsWithIncidents = (me: Me): boolean => me.grants.some(({ role }) => role !== 'staff');

/** What the abilities ask of an incident. */
export const accessOf = (incident: IncidentRow | Incident) => ({
  siteId: incident.site.id,
  restricted: incident.restricted,
  drill: incident.drill,
  openedBy: incident.openedBy.id,
  assignees:
    'steps' in incident
      ? incident.steps.flatMap(({ assignee, settledBy }) => [assignee, settledBy].flatMap((who) => who?.id ?? []))
      : [],
  called:
    'escalations' in incident ? incident.escalations.flatMap(({ calls }) => calls.map((one) => one.person.id)) : [],
});

/** What they ask of a step whose turn it is. */
export const stepAccessOf = (incident: Incident, { visibleTo, ownerPost, assignee, onPost }: RunStep) => ({
  ...accessOf(incident),
  ...{ visibleTo, severity: incident.severity },
  owner: ownerPost === null ? null : { post: ownerPost, assigneeId: assignee?.id ?? null, onPost },
});
