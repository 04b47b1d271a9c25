/** Lets at most so many pieces of work run at once; the others wait in the order in which they came. */
export class Lanes {
  private free: number;
  private readonly waiting: (() => void)[] = [];
  private readonly running = new Set<Promise<unknown>>();

  constructor(lanes: number) {
    this.free = lanes;
  }

  /** Waits for a free lane and starts `work` in it. @returns at its start, with the promise of its end */
  async start<T>(work: () => Promise<T>): Promise<{ end: Promise<T> }> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    const end = work().finally(() => {
      this.running.delete(end);
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    });
    end.catch(() => undefined);
    this.running.add(end);
    return { end };
  }

  /** Whether work would start at once. */
  get hasFree(): boolean {
    return this.free > 0;
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }
}
