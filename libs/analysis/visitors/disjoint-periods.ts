/** Local days, both included. */
export type Period = { readonly from: string; readonly to: string };

/**
 * Parts periods into groups in which none overlaps another, in order of time; weeks are one group, and the same weeks a
 * year before another where they overlap. A period that ends before it begins is in none.
 * @returns the numbers of the periods, group by group
 */
export function disjointGroups(periods: readonly Period[]): number[][] {
  const groups: { numbers: number[]; last: string }[] = [];
  const inOrder = periods
    .map((_, number) => number)
    .sort((a, b) => (of(periods, a).from < of(periods, b).from ? -1 : 1));
  for (const number of inOrder) {
    const { from, to } = of(periods, number);
    if (to < from) continue;
    const group = groups.find(({ last }) => last < from);
    if (group) {
      group.numbers.push(number);
      group.last = to;
    } else groups.push({ numbers: [number], last: to });
  }
  return groups.map(({ numbers }) => numbers);
}

const of = (periods: readonly Period[], number: number): Period => periods[number] ?? { from: '', to: '' };
