/** What was typed into the field of a day: a figure, nothing, or why it is none. */
export type FigureDraft = { readonly visitors: number | null } | { readonly wrong: 'notANumber' | 'cannotBe' };

/** Reads `128`, `1,200`, `１２８` and, for a day on which nobody counted, the empty text. */
export function readFigure(text: string): FigureDraft {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/(?<=\d)[, ](?=\d{3}(\D|$))/g, '');
  if (plain === '') return { visitors: null };
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { wrong: 'notANumber' };
  const visitors = Number(plain);
  return Number.isInteger(visitors) && visitors >= 0 && visitors <= 1_000_000 ? { visitors } : { wrong: 'cannotBe' };
}
