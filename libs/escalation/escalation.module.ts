import { TimelineModule } from '@zenmeban/timeline';
import { TimersModule } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import { Escalations } from './escalations';
import { Policies } from './policies';
import { Roster } from './roster';

@Module({
  imports: [TimersModule, TimelineModule],
  providers: [Escalations, Policies, Roster],
  exports: [Escalations, Policies, Roster],
})
export class EscalationModule {}
