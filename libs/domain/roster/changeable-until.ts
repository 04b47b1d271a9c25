const anHourMs = 3_600_000;

/**
 * Until when a shift can be changed and taken off: until its end, for the past stays as it was; what was put on the
 * roster, or changed, is open for an hour in any case, so that a slip can be taken back.
 * @param shift `plannedAt`: since when it stands there as it does; null = not known
 */
export function changeableUntil({ endsAt, plannedAt }: { endsAt: Date; plannedAt: Date | null }): Date {
  return new Date(Math.max(endsAt.getTime(), plannedAt ? plannedAt.getTime() + anHourMs : 0));
}
