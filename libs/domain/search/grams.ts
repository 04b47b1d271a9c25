/** Every run of `size` neighbours, joined: of [a, b, c] and 2, ab and bc. */
export function grams(parts: readonly string[], size: number): string[] {
  return parts.slice(size - 1).map((_, start) => parts.slice(start, start + size).join(''));
}

/** Every two neighbours: of [a, b, c], [a, b] and [b, c]. */
export function pairs<T>(items: readonly T[]): (readonly [T, T])[] {
  return items
    .slice(1)
    .flatMap((second, index) => items.slice(index, index + 1).map((first) => [first, second] as const));
}
