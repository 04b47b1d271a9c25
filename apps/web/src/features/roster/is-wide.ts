/** Whether there is room for a table and for every notice in full; as the style sheets have it. */
export const isWide = (): boolean => matchMedia('(min-width: 900px)').matches;
