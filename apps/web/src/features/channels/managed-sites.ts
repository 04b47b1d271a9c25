import { type Actor, can } from '@zenmeban/domain/engine';
import type { Site } from '../../lib/types';

/** Where a person may see to the channels: at these sites, and whether also for all together. */
export const managedSites = (actor: Actor, sites: readonly Site[]) => ({
  everywhere: can(actor, 'channel.change', { siteId: null }),
  sites: sites.filter(({ id }) => can(actor, 'channel.change', { siteId: id })),
});
