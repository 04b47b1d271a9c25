type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Does at once what is asked for while there is a free lane, and what is asked for meanwhile together in the next
 * round: nobody waits for company, and a crowd costs few rounds.
 */
export class Gather<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running = 0;

  /**
   * @param most items of one round
   * @param lanes rounds at a time
   * @param doAll one result for each item, in their order
   */
  constructor(
    private readonly most: number,
    private readonly lanes: number,
    private readonly doAll: (items: readonly Item[]) => Promise<readonly Result[]>,
  ) {}

  /** @throws what the round it was done in threw */
  ask(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    if (this.running >= this.lanes || this.waiting.length === 0) return;
    const round = this.waiting.splice(0, this.most);
    this.running += 1;
    void this.finish(round).finally(() => {
      this.running -= 1;
      this.next();
    });
  }

  private async finish(round: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.doAll(round.map(({ item }) => item));
      round.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result === undefined) reject(new Error('a round left something without a result'));
        else resolve(result);
      });
    } catch (error) {
      for (const { reject } of round) reject(error);
    }
  }
}
