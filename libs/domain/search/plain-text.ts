/** A text as it is compared: wide letters narrow, no capitals, no tones or accents, `ü` as `v`. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0304?\u0308/g, 'v')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}
