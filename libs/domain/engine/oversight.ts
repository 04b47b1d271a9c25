import { type Actor, highestRole } from './abilities';

/** Whether `actor` may read what was promised at a site and what became of it: managers and above answer for it. */
export function mayReadLedger(actor: Actor, siteId: string): boolean {
  const role = highestRole(actor, siteId);
  return role === 'manager' || role === 'administrator';
}

/** Whether `actor` may look after the machinery, which serves all sites: an administrator, of whichever. */
export function mayWatch({ grants }: Actor): boolean {
  return grants.some(({ role }) => role === 'administrator');
}
