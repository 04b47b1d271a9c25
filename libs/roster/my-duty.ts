import { Database } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';
import { type LeaveView, readLeave } from './absence-views';
import { readShifts, type SiteShiftView } from './shift-views';
import { readSwaps, type SwapView } from './swap-rows';

export type MyDutyView = {
  now: Date;
  shifts: SiteShiftView[];
  leave: LeaveView[];
  waitingForMe: SwapView[];
  mine: SwapView[];
};

/** What one person wants to know of their duty. */
@Injectable()
export class MyDuty {
  constructor(private readonly database: Database) {}

  /** Shifts under way and of the next 60 days, leave not over yet, swaps that wait or were settled in the last 14 days. */
  async of(personId: string): Promise<MyDutyView> {
    const tx = this.database.manager;
    return {
      now: await this.database.now(),
      shifts: await readShifts(
        tx,
        `shift.person_id = $1 AND shift.ends_at > app.app_now() AND shift.starts_at < app.app_now() + interval '60 days'`,
        [personId],
      ),
      leave: await readLeave(tx, 'leave.person_id = $1 AND leave.ends_at > app.app_now()', [personId]),
      waitingForMe: await readSwaps(
        tx,
        `swap.with_person_id = $1 AND swap.state = 'proposed'
           AND EXISTS (SELECT FROM app.shift WHERE shift.id = swap.shift_id AND shift.starts_at > app.app_now())`,
        [personId],
      ),
      mine: await readSwaps(
        tx,
        `swap.proposed_by_id = $1
           AND (swap.state = 'proposed' OR swap.settled_at > app.app_now() - interval '14 days')`,
        [personId],
      ),
    };
  }
}
