import { v7 } from 'uuid';

/** A seeded source of chance: the same seed tells the same history. */
export class Dice {
  private state: number;
  private made = 0;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** 0 ≤ x < 1; mulberry32 (Tommy Ettinger, public domain). */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.between(0, list.length - 1)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** As `pick`, the earlier ones more often: half of the remaining chance each. */
  pickEarly<T>(list: readonly T[]): T {
    const early = list.slice(0, -1).find(() => this.chance(0.5));
    return early ?? this.pick(list.slice(-1));
  }

  /** A uuidv7 of that moment; ids made one after the other sort in that order within a millisecond. */
  id(at: Date): string {
    this.made += 1;
    const random = Uint8Array.from({ length: 16 }, () => this.between(0, 255));
    return v7({ msecs: at.getTime(), seq: this.made, random });
  }
}

export const seconds = (from: Date, n: number): Date => new Date(from.getTime() + n * 1_000);
