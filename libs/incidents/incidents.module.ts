import { EscalationModule } from '@zenmeban/escalation';
import { PlaybooksModule } from '@zenmeban/playbooks';
import { RosterModule } from '@zenmeban/roster';
import { TimelineModule } from '@zenmeban/timeline';
import { TimersModule } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import { IncidentAnswers } from './incident-answers';
import { IncidentReader } from './incident-reader';
import { Incidents } from './incidents';
import { OpenIncident } from './open-incident';
import { Reviews } from './reviews';
import { StepAccess } from './step-access';
import { StepDeadlines } from './step-deadlines';
import { StepOwners } from './step-owners';
import { StepTimers } from './step-timers';
import { Steps } from './steps';
import { TimelineReader } from './timeline-reader';

@Module({
  imports: [PlaybooksModule, EscalationModule, RosterModule, TimersModule, TimelineModule],
  providers: [
    ...[OpenIncident, Steps, Incidents, IncidentAnswers, IncidentReader, TimelineReader, Reviews],
    ...[StepDeadlines, StepOwners, StepTimers, StepAccess],
  ],
  exports: [OpenIncident, Steps, Incidents, IncidentAnswers, IncidentReader, TimelineReader, Reviews, StepDeadlines],
})
export class IncidentsModule {}
