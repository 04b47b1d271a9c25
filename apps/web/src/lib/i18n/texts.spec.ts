import { describe, expect, it } from '@jest/globals';
import { dutyEn } from './duty-en';
import { dutyZh } from './duty-zh';
import { en } from './en';
import { en as operationsInEnglish } from './operations/en';
import { zh as operations } from './operations/zh';
import { visitorsEn } from './visitors-en';
import { visitorsZh } from './visitors-zh';
import { zh } from './zh';

const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
const flat = (texts: Record<string, Record<string, string>>) =>
  Object.entries(texts).flatMap(([section, keys]) =>
    Object.entries(keys).map(([key, text]) => [`${section}.${key}`, text] as const),
  );

describe('the two languages', () => {
  const english = new Map([...flat(en), ...flat(operationsInEnglish), ...flat(dutyEn), ...flat(visitorsEn)]);

  it.each([...flat(zh), ...flat(operations), ...flat(dutyZh), ...flat(visitorsZh)])(
    'fill the same gaps in %s',
    (key, chinese) => expect(gaps(english.get(key) ?? '')).toEqual(gaps(chinese)),
  );
});
