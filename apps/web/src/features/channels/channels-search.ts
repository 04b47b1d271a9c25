/** Whose channels the page shows: those of a site, or without one those of the whole group. */
export const channelsSearch = (search: Record<string, unknown>): { site?: string } => ({
  site: typeof search['site'] === 'string' && search['site'] !== '' ? search['site'] : undefined,
});
