/** Every run of `size` neighbours, joined: of [a, b, c] and 2, ab and bc. */
export function grams(parts: readonly string[], size: number): string[] {
  return parts.slice(size - 1).map((_, start) => parts.slice(start, start + size).join(''));
}
