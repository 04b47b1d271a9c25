import { AnalysisModule, FactProjector } from '@zenmeban/analysis';
import { Database, DatabaseModule } from '@zenmeban/database';
import type { Localized } from '@zenmeban/domain/engine';
import { Calls, EscalationModule, Escalations, Policies } from '@zenmeban/escalation';
import { ACCOUNT_MAIL, type AccountMail } from '@zenmeban/identity';
import { IncidentsModule, StepDeadlines } from '@zenmeban/incidents';
import {
  AccountNotices,
  AdministratorNotices,
  NOTIFICATION_NUDGE,
  type NotificationNudge,
  NotificationProjector,
  NotificationsModule,
  UNDELIVERABLE,
  type Undeliverable,
} from '@zenmeban/notifications';
import { PlaybooksModule } from '@zenmeban/playbooks';
import { QueuesModule } from '@zenmeban/queues';
import {
  DUTY_ALARM,
  type DutyAlarm,
  POLICIES_IN_FORCE,
  type PoliciesInForce,
  RosterModule,
  SWAP_MAIL,
} from '@zenmeban/roster';
import { PROJECTORS } from '@zenmeban/timeline';
import { Fire, TIMER_HANDLERS, type TimerHandlers, TimersModule } from '@zenmeban/timers';
import { Canaries, WATCH_ALARM, type WatchAlarm, WatchModule } from '@zenmeban/watch';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ENGINE_MODE, EngineLoops, type EngineMode } from './engine-loops';
import { LoadHandbook } from './load-handbook';
import { swapMail } from './swap-mail';
import { Tidy } from './tidy';
import { Wake } from './wake';

/**
 * Where the rooms are put together: which handler a timer has, who hears the timeline, what a failed delivery causes.
 * Runs in the api and in the worker alike, so that either can escalate alone.
 */
@Global()
@Module({})
export class EngineModule {
  static forRoot(mode: EngineMode): DynamicModule {
    return {
      module: EngineModule,
      imports: [
        DatabaseModule,
        QueuesModule,
        TimersModule,
        PlaybooksModule,
        EscalationModule,
        IncidentsModule,
        NotificationsModule,
        AnalysisModule,
        RosterModule,
        WatchModule,
      ],
      providers: [
        { provide: ENGINE_MODE, useValue: mode },
        {
          provide: TIMER_HANDLERS,
          inject: [Calls, StepDeadlines, Canaries],
          useFactory: (calls: Calls, deadlines: StepDeadlines, canaries: Canaries): TimerHandlers => ({
            escalation: (tx, timers) => calls.fire(tx, timers),
            step_due: (tx, timers) => inTurn(timers, (timer) => deadlines.due(tx, timer)),
            step_reminder: (tx, timers) => inTurn(timers, (timer) => deadlines.remind(tx, timer)),
            canary: (tx, timers) => canaries.fired(tx, timers),
          }),
        },
        {
          provide: PROJECTORS,
          inject: [NotificationProjector, FactProjector],
          useFactory: (...projectors: unknown[]) => projectors,
        },
        {
          provide: UNDELIVERABLE,
          inject: [Escalations],
          useFactory:
            (escalations: Escalations): Undeliverable =>
            (tx, notice) =>
              escalations.hurry(tx, notice),
        },
        {
          provide: NOTIFICATION_NUDGE,
          inject: [Wake],
          useFactory:
            (wake: Wake): NotificationNudge =>
            (notices) =>
              wake.send(notices),
        },
        {
          provide: ACCOUNT_MAIL,
          inject: [Database, AccountNotices],
          useFactory: (database: Database, notices: AccountNotices): AccountMail => ({
            passwordReset: ({ personId, url }) =>
              database.transaction((tx) =>
                notices.queue(tx, { template: 'password-reset', recipientId: personId, variables: { url } }),
              ),
          }),
        },
        {
          provide: POLICIES_IN_FORCE,
          inject: [Policies],
          useFactory:
            (policies: Policies): PoliciesInForce =>
            async () =>
              (await policies.current()).values(),
        },
        {
          provide: DUTY_ALARM,
          inject: [AdministratorNotices],
          useFactory:
            (notices: AdministratorNotices): DutyAlarm =>
            (tx, { id, code, name }, lines) =>
              notices.queue(tx, {
                template: 'duty-gap',
                siteId: id,
                variables: { siteCode: code, siteName: name, lines },
              }),
        },
        { provide: SWAP_MAIL, inject: [AccountNotices], useFactory: swapMail },
        {
          provide: WATCH_ALARM,
          inject: [AdministratorNotices],
          useFactory:
            (notices: AdministratorNotices): WatchAlarm =>
            (tx, findings) =>
              notices.queue(tx, {
                template: 'watch-alarm',
                variables: { findings: findings.map(({ sentence, advice }) => together(sentence, advice)) },
              }),
        },
        Wake,
        Tidy,
        Fire,
        EngineLoops,
        LoadHandbook,
      ],
      exports: [
        WATCH_ALARM,
        DUTY_ALARM,
        SWAP_MAIL,
        POLICIES_IN_FORCE,
        TIMER_HANDLERS,
        PROJECTORS,
        UNDELIVERABLE,
        NOTIFICATION_NUDGE,
        ACCOUNT_MAIL,
        Fire,
        LoadHandbook,
        Tidy,
      ],
    };
  }
}

async function inTurn<T>(things: readonly T[], does: (thing: T) => Promise<void>): Promise<void> {
  for (const thing of things) await does(thing);
}

const together = (one: Localized, other: Localized): Localized => ({
  zh: one.zh + other.zh,
  en: `${one.en} ${other.en}`,
});
