import type { Beat } from '@zenmeban/watch';
import { Logger } from '@nestjs/common';

/** Does one thing again and again, never twice at a time, until stopped; a failed round is logged and tried again. */
export class Loop {
  private readonly logger = new Logger('Loop');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = true;
  private lastError = '';

  /**
   * @param everyMs pause between the end of a round and the next one
   * @param ended hears of every round, also of one that failed
   */
  constructor(
    readonly name: string,
    readonly everyMs: number,
    private readonly round: () => Promise<unknown>,
    private readonly ended: (beat: Beat) => void = () => undefined,
  ) {}

  start(): void {
    this.stopped = false;
    this.schedule();
  }

  /** No new round; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.runOnce().finally(() => {
        this.schedule();
      });
    }, this.everyMs);
    this.timer.unref();
  }

  private async runOnce(): Promise<void> {
    const started = performance.now();
    const beat = (error?: string) => {
      this.ended({ loop: this.name, everyMs: this.everyMs, tookMs: performance.now() - started, error });
    };
    try {
      await this.round();
      this.lastError = '';
      beat();
    } catch (error) {
      const text = String(error);
      if (text !== this.lastError) this.logger.error(`${this.name}: ${text}`);
      this.lastError = text;
      beat(text);
    }
  }
}
