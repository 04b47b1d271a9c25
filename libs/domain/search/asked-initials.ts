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
  const asked = bare(initials);
  return {
    whole: all([wholeInitials(initials), wholeInitials(asked)], weights.wholeInitials),
    parts: [
      ...all(grams([...initials], 2), initials.length === 2 ? 1 : weights.twoInitials),
      ...all(grams([...initials], 3), initials.length === 3 ? 1 : weights.threeInitials),
      ...(asked.length < initials.length ? all([asked]) : []),
    ],
  };
}

const longest = 8;
const nothing = { whole: [], parts: [] };

/** Without 我, 客户 or 客人 in front, and 客户, 客人 or 了 behind: they say little. */
function bare(initials: string): string {
  const told = initials.replace(/^(?:k[hr]|w)/, '').replace(/(?:k[hr]|l)$/, '');
  return told.length > 1 ? told : initials;
}
