/** Chance that repeats: the same words give the same numbers, on every machine. */
export function dice(...words) {
  let state = [...words.join('|')].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619),
    2_166_136_261,
  );
  /** mulberry32: a number from 0 to less than 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    /** A number from `least` to less than `most`. */
    between: (least, most) => least + next() * (most - least),
    /** One of the list. */
    pick: (list) => list[Math.floor(next() * list.length)],
    /** So many different ones of the list. */
    some(list, count) {
      const left = [...list];
      return Array.from(
        { length: Math.min(count, list.length) },
        () => left.splice(Math.floor(next() * left.length), 1)[0],
      );
    },
  };
}
