import { FactRounds } from '@zenmeban/analysis';
import { Sender } from '@zenmeban/notifications';
import { RosterWatch } from '@zenmeban/roster';
import { Fire, Relay } from '@zenmeban/timers';
import { Auditor, Canaries, Heartbeats } from '@zenmeban/watch';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Loop } from './loop';
import { Tidy } from './tidy';

/** Which loops a process runs; `none` for the command line, `without-sweep` for stories about the queue. */
export type EngineMode = 'all' | 'without-sweep' | 'none';
export const ENGINE_MODE = Symbol('ENGINE_MODE');

/**
 * What is overdue by more than this is fired or sent without waiting for the queue any longer. With the queue gone a
 * timer is found after 4 to 8 s and its notice after 2 to 4 more: within the 15 s that are promised.
 */
const overdueSeconds = { timer: 4, notice: 2 };

/** The leaderless rounds of every serving process (reliability §2.2, §2.4). */
@Injectable()
export class EngineLoops implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops: readonly Loop[];

  constructor(
    private readonly relay: Relay,
    fire: Fire,
    sender: Sender,
    tidy: Tidy,
    canaries: Canaries,
    auditor: Auditor,
    private readonly heartbeats: Heartbeats,
    rosterWatch: RosterWatch,
    facts: FactRounds,
    @Inject(ENGINE_MODE) mode: EngineMode,
  ) {
    const loop = (name: string, everyMs: number, round: () => Promise<unknown>) =>
      new Loop(name, everyMs, round, (beat) => heartbeats.beat(beat));
    const hints = loop('relay', 1_000, () => relay.relay());
    const others = [
      loop('sweep', 4_000, () => fire.sweep(overdueSeconds.timer)),
      loop('send', 2_000, () => sender.sendDue({ overdueSeconds: overdueSeconds.notice })),
      loop('canary', 10_000, () => canaries.round()),
      loop('audit', 15_000, () => auditor.round()),
      loop('facts', 60_000, () => facts.round()),
      loop('roster', 10 * 60_000, () => rosterWatch.round()),
      loop('tidy', 10 * 60_000, () => tidy.round()),
    ];
    this.loops = mode === 'none' ? [] : mode === 'all' ? [hints, ...others] : [hints];
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) {
      this.heartbeats.began(loop.name, loop.everyMs);
      loop.start();
    }
  }

  /** Before the connections are closed, which a round under way needs. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.relay.idle();
  }
}
