import { polyphonic } from 'pinyin-pro';

/**
 * By syllable, the frequent characters that can be read so. Frequent are those of the first levels of GB 2312 (3,755
 * simplified) and Big5 (5,401 traditional): 6,722 in all, together 18 kB when zipped.
 */
export function characterReadings(): Readonly<Record<string, string>> {
  const readings: Record<string, string> = {};
  for (const character of frequentCharacters()) {
    const [syllables = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
    for (const syllable of syllables.filter((one) => /^[a-z]+$/.test(one))) {
      readings[syllable] = (readings[syllable] ?? '') + character;
    }
  }
  return readings;
}

function frequentCharacters(): ReadonlySet<string> {
  const simplified = charactersOf('gbk', { from: 0xb0, to: 0xd7 }, { from: 0xa1, to: 0xfe });
  const traditional = charactersOf('big5', { from: 0xa4, to: 0xc6 }, { from: 0x40, to: 0xfe });
  return new Set([...simplified, ...traditional]);
}

type Bytes = { readonly from: number; readonly to: number };

function charactersOf(encoding: string, first: Bytes, second: Bytes): string[] {
  const decoder = new TextDecoder(encoding);
  const bytes = ({ from, to }: Bytes) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return bytes(first)
    .flatMap((one) => bytes(second).map((other) => decoder.decode(Uint8Array.of(one, other))))
    .filter((text) => /^\p{Script=Han}$/u.test(text));
}
