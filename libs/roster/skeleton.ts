import { DomainError } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';

const notYet = (): never => {
  throw new DomainError('unavailable', 'roster.not_yet', { zh: '尚未提供。', en: 'Not there yet.' });
};
type Any = (...args: unknown[]) => Promise<never>;
const later: Any = async () => notYet();

@Injectable()
export class RosterReader {
  of = later;
}
@Injectable()
export class DutyLog {
  ofSite = later;
}
@Injectable()
export class Shifts {
  add = later;
  change = later;
  cancel = later;
  copyWeek = later;
}
@Injectable()
export class Absences {
  standIn = later;
  endStandIn = later;
  away = later;
  back = later;
}
@Injectable()
export class Swaps {
  propose = later;
  confirm = later;
  decline = later;
  withdraw = later;
}
@Injectable()
export class MyDuty {
  of = later;
}
@Injectable()
export class ReachPreview {
  of = later;
}
@Injectable()
export class RosterImport {
  take = later;
}
@Injectable()
export class SiteSettings {
  change = later;
}
export type NewFeed = { token: string; createdAt: Date };
@Injectable()
export class CalendarFeeds {
  current = later;
  renew = later as (...args: unknown[]) => Promise<NewFeed>;
  revoke = later;
  read = later as (...args: unknown[]) => Promise<{ etag: string; text: string } | null>;
}
export const rosterTemplate: (site: unknown) => Promise<Buffer> = later;
