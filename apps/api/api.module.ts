import { AnalysisModule, VisitorsModule } from '@zenmeban/analysis';
import { EscalationModule } from '@zenmeban/escalation';
import { IdentityModule } from '@zenmeban/identity';
import { IncidentsModule } from '@zenmeban/incidents';
import { NotificationsModule } from '@zenmeban/notifications';
import { PlaybooksModule } from '@zenmeban/playbooks';
import { RosterModule } from '@zenmeban/roster';
import { TimelineModule } from '@zenmeban/timeline';
import { WatchModule } from '@zenmeban/watch';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { SessionGuard } from './auth/current-actor';
import { IdempotencyInterceptor } from './http/idempotency.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { validation } from './http/validation';
import { AcknowledgementsController } from './routes/acknowledgements.controller';
import { AllAcknowledgementsController } from './routes/all-acknowledgements.controller';
import { AnalysisController } from './routes/analysis/analysis.controller';
import { AnalysisScopes } from './routes/analysis/analysis-scopes';
import { Allowed } from './routes/allowed';
import { VisitorCounterController } from './routes/analysis/visitor-counter.controller';
import { VisitorsAccess } from './routes/analysis/visitors-access';
import { VisitorsImportController } from './routes/analysis/visitors-import.controller';
import { VisitorsController } from './routes/analysis/visitors.controller';
import { ChannelDesk } from './routes/channel-desk';
import { ChannelsController } from './routes/channels.controller';
import { HealthController } from './routes/health.controller';
import { IncidentActionsController } from './routes/incident-actions.controller';
import { IncidentAnswersController } from './routes/incident-answers.controller';
import { IncidentsController } from './routes/incidents.controller';
import { LedgerController } from './routes/ledger.controller';
import { LedgerScopes } from './routes/ledger-scopes';
import { MeController } from './routes/me.controller';
import { MyChannelsController } from './routes/my-channels.controller';
import { PlaybookHistory } from './routes/playbook-history';
import { PlaybookSearchController } from './routes/playbook-search.controller';
import { PlaybooksController } from './routes/playbooks.controller';
import { PoliciesController } from './routes/policies.controller';
import { AbsencesController } from './routes/roster/absences.controller';
import { CalendarFileController } from './routes/roster/calendar-file.controller';
import { CalendarController } from './routes/roster/calendar.controller';
import { ReachController } from './routes/roster/reach.controller';
import { RosterAccess } from './routes/roster/roster-access';
import { RosterController } from './routes/roster/roster.controller';
import { RosterImportController } from './routes/roster/roster-import.controller';
import { ShiftsController } from './routes/roster/shifts.controller';
import { SiteSettingsController } from './routes/roster/site-settings.controller';
import { SwapsController } from './routes/roster/swaps.controller';
import { PreferencesController } from './routes/preferences.controller';
import { ServerController } from './routes/server.controller';
import { SiteChannelsController } from './routes/site-channels.controller';
import { SitesController } from './routes/sites.controller';
import { WatchController } from './routes/watch.controller';
import { UsualSite } from './routes/usual-site';

/** HTTP. Needs a global `CONFIG` and the engine module. */
@Module({
  imports: [
    AnalysisModule,
    EscalationModule,
    IdentityModule,
    IncidentsModule,
    NotificationsModule,
    PlaybooksModule,
    TimelineModule,
    WatchModule,
    RosterModule,
    VisitorsModule,
  ],
  controllers: [
    ServerController,
    HealthController,
    MeController,
    SitesController,
    PlaybookSearchController, // before those of single playbooks, whose ids come at the same place
    PlaybooksController,
    PoliciesController,
    IncidentsController,
    IncidentActionsController,
    IncidentAnswersController,
    AcknowledgementsController,
    LedgerController,
    AnalysisController,
    AllAcknowledgementsController,
    WatchController,
    RosterController,
    RosterImportController,
    ShiftsController,
    AbsencesController,
    SwapsController,
    ReachController,
    CalendarController,
    CalendarFileController,
    SiteSettingsController,
    PreferencesController,
    MyChannelsController,
    ChannelsController,
    SiteChannelsController,
    VisitorsController,
    VisitorsImportController,
    VisitorCounterController,
  ],
  providers: [
    UsualSite,
    LedgerScopes,
    AnalysisScopes,
    Allowed,
    RosterAccess,
    VisitorsAccess,
    ChannelDesk,
    PlaybookHistory,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useFactory: validation },
  ],
})
export class ApiModule {}
