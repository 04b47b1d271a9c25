import { overlap, type Span } from './on-duty';

export type BookedShift = Span & { readonly id: string; readonly siteId: string; readonly personId: string };

/** Pairs of shifts of one person at two sites at once, each pair once, the earlier in front. */
export function doubleDuties<Booked extends BookedShift>(shifts: readonly Booked[]): [Booked, Booked][] {
  const sorted = shifts.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return sorted.flatMap((one, index) =>
    sorted
      .slice(index + 1)
      .filter((other) => other.personId === one.personId && other.siteId !== one.siteId && overlap(one, other))
      .map((other): [Booked, Booked] => [one, other]),
  );
}
