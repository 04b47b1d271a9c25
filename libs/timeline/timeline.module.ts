import { Module } from '@nestjs/common';
import { Timeline } from './timeline';

/** Needs `PROJECTORS` from a global module. */
@Module({ providers: [Timeline], exports: [Timeline] })
export class TimelineModule {}
