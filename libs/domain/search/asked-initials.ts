import { isEnglishFiller } from './english';
import { grams } from './grams';
import type { Letters } from './letters';
import { wholeInitials } from './names';
import { all, type Token } from './token';
import { weights } from './weights';

/** One short run of letters that is no pinyin may be initials; those of 客户 and 客人 beside others say little. */
export function initialTokens({ runs, arePinyin }: Letters): { readonly whole: Token[]; readonly parts: Token[] } {
  const [run, ...more] = runs;
  if (!run || arePinyin || more.length > 0 || run.text.length > longest || isEnglishFiller(run.text)) return nothing;
  const initials = run.parts.map((part) => part.charAt(0)).join('');
  const asked = initials.length > 3 ? initials.replace(/^k[hr]|k[hr]$/, '') : initials;
  return {
    whole: all([wholeInitials(initials), wholeInitials(asked)], weights.wholeInitials),
    parts: [
      ...all(grams([...asked], 2), asked.length === 2 ? 1 : weights.twoInitials),
      ...all(grams([...asked], 3), asked.length === 3 ? 1 : weights.threeInitials),
    ],
  };
}

const longest = 8;
const nothing = { whole: [], parts: [] };
