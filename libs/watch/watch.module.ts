import { RosterModule } from '@zenmeban/roster';
import { TimersModule } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import { Auditor } from './auditor';
import { Canaries } from './canary';
import { Pulse } from './engine-pulse';
import { Heartbeats } from './heartbeats';
import { WatchPool } from './watch-pool';
import { WatchReader } from './watch-reader';

/** Needs `WATCH_ALARM` from a global module, where the rooms are put together. */
@Module({
  imports: [TimersModule, RosterModule],
  providers: [WatchPool, Heartbeats, Canaries, Auditor, Pulse, WatchReader],
  exports: [Heartbeats, Canaries, Auditor, Pulse, WatchReader],
})
export class WatchModule {}
