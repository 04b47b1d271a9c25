export { Absences } from './absences';
export { CalendarFeeds, type NewFeed } from './calendar-feeds';
export { calledPosts } from './called-posts';
export { holidayName, specialDaysIn } from './chinese-calendar';
export { DutyLog } from './duty-log';
export { type PlannedShift, planShifts, writeShifts } from './import/plan-shifts';
export { mailAddress, readShiftRow, type ShiftDraft, siteCode, siteCodeAdvice } from './import/read-shift-row';
export { RosterImport } from './import/roster-import';
export { RosterTemplate } from './import/template';
export { shiftColumns } from './import/shift-columns';
export { MyDuty } from './my-duty';
export type { Reach, ReachOptions, Skipped } from './reach';
export { ReachPreview } from './reach-preview';
export { Roster } from './roster';
export { RosterReader } from './roster-reader';
export { RosterWatch } from './roster-watch';
export { RosterModule } from './roster.module';
export { Shifts } from './shifts';
export { SiteSettings } from './site-settings';
export { SwapPartners } from './swap-partners';
export { Swaps } from './swaps';
export {
  DUTY_ALARM,
  type DutyAlarm,
  POLICIES_IN_FORCE,
  type PoliciesInForce,
  SWAP_MAIL,
  type SwapMail,
  type SwapNews,
} from './tokens';
