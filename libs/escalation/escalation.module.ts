import { RosterModule } from '@zenmeban/roster';
import { TimelineModule } from '@zenmeban/timeline';
import { TimersModule } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import { Answers } from './answers';
import { Calls } from './calls';
import { Chains } from './chains';
import { Escalations } from './escalations';
import { Policies } from './policies';
import { Receivers } from './receivers';

@Module({
  imports: [TimersModule, TimelineModule, RosterModule],
  providers: [Escalations, Calls, Answers, Receivers, Chains, Policies],
  exports: [Escalations, Calls, Answers, Receivers, Policies],
})
export class EscalationModule {}
