import { RosterModule } from '@zenmeban/roster';
import { TimelineModule } from '@zenmeban/timeline';
import { TimersModule } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import { Escalations } from './escalations';
import { Policies } from './policies';

@Module({
  imports: [TimersModule, TimelineModule, RosterModule],
  providers: [Escalations, Policies],
  exports: [Escalations, Policies],
})
export class EscalationModule {}
