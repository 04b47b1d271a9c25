import { isEnglishFiller } from './english';
import { grams } from './grams';
import type { Letters } from './letters';
import { wholeInitials } from './names';
import { all, type Token } from './token';
import { weights } from './weights';

/** One short run of letters that is no pinyin may be initials. */
export function initialTokens({ runs, arePinyin }: Letters): { readonly whole: Token[]; readonly parts: Token[] } {
  const [run, ...more] = runs;
  if (!run || arePinyin || more.length > 0 || run.text.length > longest || isEnglishFiller(run.text)) return nothing;
  const initials = run.parts.map((part) => part.charAt(0)).join('');
  const asked = [
    ...new Set([initials, withoutEnd(initials), withoutFront(initials), withoutFront(withoutEnd(initials))]),
  ];
  return {
    whole: all(asked.map(wholeInitials), weights.wholeInitials),
    parts: [
      ...all(asked),
      ...all(grams([...initials], 2), weights.twoInitials),
      ...all(grams([...initials], 3), weights.threeInitials),
    ],
  };
}

const longest = 8;
const nothing = { whole: [], parts: [] };

/** Where more is left than one letter: 我, 客户 or 客人 in front, and 客户, 客人 or 了 at the end say little. */
const withoutFront = (initials: string): string => initials.replace(/^(?:k[hr]|w)(?=..)/, '');
const withoutEnd = (initials: string): string => initials.replace(/(?<=..)(?:k[hr]|l)$/, '');
