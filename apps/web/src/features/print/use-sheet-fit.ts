import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * `lines`: each thing to do has a line of its own. `paragraphs`: do, say and never are a paragraph each. `tight`: say and
 * never together, and the head of the sheet is small. `solid`: a step is one paragraph.
 */
type Setting = 'lines' | 'paragraphs' | 'tight' | 'solid';

/** From the most to the least generous; type sizes in points. Smaller than the last nobody reads a card on a wall. */
const layouts: readonly { setting: Setting; columns: 1 | 2; points: readonly number[] }[] = [
  { setting: 'lines', columns: 1, points: [20, 18, 16, 15, 14] },
  { setting: 'lines', columns: 2, points: [14, 13, 12, 11, 10.5, 10, 9.5] },
  { setting: 'paragraphs', columns: 2, points: [10.5, 10, 9.5, 9] },
  { setting: 'tight', columns: 2, points: [9.5, 9, 8.5] },
  { setting: 'solid', columns: 2, points: [9, 8.5] },
];

/**
 * Sets the steps as large as the sheet allows; they stand in columns, so what does not fit stands beside it.
 * @param content names what the height depends on: another content is fitted anew
 * @returns what the sheet and its steps take as `ref`
 */
export function useSheetFit(content: string): [RefObject<HTMLElement | null>, RefObject<HTMLDivElement | null>] {
  const sheet = useRef<HTMLElement>(null);
  const steps = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const { setting, columns, points } of layouts) {
      for (const size of points) {
        if (!sheet.current || !steps.current) return;
        sheet.current.dataset['setting'] = setting;
        sheet.current.dataset['columns'] = String(columns);
        steps.current.style.fontSize = `${size}pt`;
        if (fits(steps)) return;
      }
    }
  }, [content]);
  return [sheet, steps];
}

const fits = ({ current }: RefObject<HTMLElement | null>): boolean =>
  current !== null && current.scrollWidth <= current.clientWidth && current.scrollHeight <= current.clientHeight;
