import { hostname } from 'node:os';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 } from 'uuid';
import { WatchPool } from './watch-pool';

/** How often a process writes what its loops have done. */
const writeEveryMs = 5_000;
const firstWriteAfterMs = 200;

/** One round of a loop that has ended. */
export type Beat = {
  readonly loop: string;
  readonly everyMs: number;
  readonly tookMs: number;
  readonly error?: string;
};

type Kept = Beat & { readonly rounds: number; readonly atMs: number };

/** Signs of life of the loops of this process, one row each; a database that is away stops no loop. */
@Injectable()
export class Heartbeats implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Unique for the life of the process, also where process ids repeat. */
  readonly process = `${hostname()}:${process.pid}:${v7().slice(-6)}`;
  private readonly logger = new Logger('Heartbeats');
  private readonly beats = new Map<string, Kept>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly pool: WatchPool) {}

  /** A loop that was just started lives, though it has not turned yet. */
  began(loop: string, everyMs: number): void {
    this.beats.set(loop, { loop, everyMs, tookMs: 0, rounds: 0, atMs: performance.now() });
  }

  /** One that fails round after round stands still: only a round that ended well is a sign of life. */
  beat(beat: Beat): void {
    const before = this.beats.get(beat.loop);
    const atMs = beat.error === undefined ? performance.now() : (before?.atMs ?? performance.now());
    this.beats.set(beat.loop, { ...beat, rounds: (before?.rounds ?? 0) + 1, atMs });
  }

  onApplicationBootstrap(): void {
    this.schedule(firstWriteAfterMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.writing;
    // Who ends in good order leaves no row behind that somebody would wait for.
    await this.pool.query('DELETE FROM app.heartbeat WHERE process = $1', [this.process]).catch(() => undefined);
  }

  /** Writes all beats so far; their age is counted back from the database's clock. */
  async write(): Promise<void> {
    if (this.beats.size === 0) return;
    const rows = [...this.beats.values()].map((beat) => ({
      loop: beat.loop,
      every_ms: beat.everyMs,
      last_ms: Math.round(beat.tookMs),
      rounds: beat.rounds,
      last_error: beat.error?.slice(0, 500) ?? null,
      ago_ms: Math.round(performance.now() - beat.atMs),
    }));
    await this.pool.query(
      `INSERT INTO app.heartbeat (process, loop, started_at, at, every_ms, last_ms, rounds, last_error)
       SELECT $1, loop, app.app_now(), app.app_now() - ago_ms * interval '1 millisecond', every_ms, last_ms, rounds,
         last_error
       FROM jsonb_to_recordset($2)
         AS b(loop text, every_ms int, last_ms int, rounds bigint, last_error text, ago_ms int)
       ON CONFLICT (process, loop) DO UPDATE SET at = excluded.at, every_ms = excluded.every_ms,
         last_ms = excluded.last_ms, rounds = excluded.rounds, last_error = excluded.last_error`,
      [this.process, JSON.stringify(rows)],
    );
  }

  private schedule(afterMs = writeEveryMs): void {
    this.timer = setTimeout(() => {
      this.writing = this.write()
        .catch((error: unknown) => {
          this.logger.warn(`signs of life could not be written: ${String(error)}`);
        })
        .then(() => {
          if (this.timer) this.schedule();
        });
    }, afterMs);
    this.timer.unref();
  }
}
