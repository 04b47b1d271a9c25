import { Module } from '@nestjs/common';
import { Absences } from './absences';
import { CalendarFeeds } from './calendar-feeds';
import { DutyLog } from './duty-log';
import { RosterImport } from './import/roster-import';
import { RosterTemplate } from './import/template';
import { MyDuty } from './my-duty';
import { ReachPreview } from './reach-preview';
import { Roster } from './roster';
import { RosterReader } from './roster-reader';
import { RosterWatch } from './roster-watch';
import { Shifts } from './shifts';
import { SiteSettings } from './site-settings';
import { SwapPartners } from './swap-partners';
import { SwapWithdrawals } from './swap-withdrawals';
import { Swaps } from './swaps';

const services = [
  ...[Roster, RosterReader, ReachPreview, Shifts, Absences, Swaps, SwapPartners, MyDuty, DutyLog],
  ...[CalendarFeeds, RosterImport, RosterTemplate, SiteSettings, RosterWatch],
];

@Module({ providers: [...services, SwapWithdrawals], exports: services })
export class RosterModule {}
