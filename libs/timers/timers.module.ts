import { Module } from '@nestjs/common';
import { Relay } from './relay';
import { Timers } from './timers';

/** Arming, for every room; firing is put together in `libs/engine`, where the handlers are known. */
@Module({ providers: [Relay, Timers], exports: [Relay, Timers] })
export class TimersModule {}
