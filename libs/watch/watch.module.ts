import { RosterModule } from '@zenmeban/roster';
import { TimersModule } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import { Auditor } from './auditor';
import { Canaries } from './canary';
import { Heartbeats } from './heartbeats';
import { WatchReader } from './watch-reader';

/** Needs `WATCH_ALARM` from a global module, where the rooms are put together. */
@Module({
  imports: [TimersModule, RosterModule],
  providers: [Heartbeats, Canaries, Auditor, WatchReader],
  exports: [Heartbeats, Canaries, Auditor, WatchReader],
})
export class WatchModule {}
