import { EscalationModule } from '@zenmeban/escalation';
import { PlaybooksModule } from '@zenmeban/playbooks';
import { TimelineModule } from '@zenmeban/timeline';
import { TimersModule } from '@zenmeban/timers';
import { Module } from '@nestjs/common';
import { IncidentReader } from './incident-reader';
import { Incidents } from './incidents';
import { OpenIncident } from './open-incident';
import { StepOwners } from './step-owners';
import { Steps } from './steps';

@Module({
  imports: [PlaybooksModule, EscalationModule, TimersModule, TimelineModule],
  providers: [OpenIncident, Steps, Incidents, IncidentReader, StepOwners],
  exports: [OpenIncident, Steps, Incidents, IncidentReader],
})
export class IncidentsModule {}
