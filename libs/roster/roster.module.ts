import { Module } from '@nestjs/common';
import { Roster } from './roster';
import {
  Absences,
  CalendarFeeds,
  DutyLog,
  MyDuty,
  ReachPreview,
  RosterImport,
  RosterReader,
  Shifts,
  SiteSettings,
  Swaps,
} from './skeleton';

const services = [
  Roster,
  Absences,
  CalendarFeeds,
  DutyLog,
  MyDuty,
  ReachPreview,
  RosterImport,
  RosterReader,
  Shifts,
  SiteSettings,
  Swaps,
];

@Module({ providers: services, exports: services })
export class RosterModule {}
