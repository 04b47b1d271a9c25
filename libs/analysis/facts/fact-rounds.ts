import { Database, type Transaction } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';
import { type CheckedSlice, checkSlice } from './check-facts';
import { dueCheck, noteSlice, type RunningCheck } from './fact-checks';
import { rebuildSlice } from './rebuild-facts';
import { refreshFacts } from './refresh-facts';

/** A round looks at 20,000 incidents: a million in less than an hour, and no round lasts for more than seconds. */
const slice = { size: 500, perRound: 40 };
const mostLatePerRound = 500;

/** What time alone does to facts, and the proof, each night, that they are what the record says. */
@Injectable()
export class FactRounds {
  constructor(private readonly database: Database) {}

  /** One round; any number of processes may make it at once. */
  async round(): Promise<void> {
    await this.noteLate();
    for (let left = slice.perRound; left > 0 && (await this.checkSome()); left -= 1);
  }

  /** An open incident becomes late without anything happening to it. What somebody acts on just now is left to them. */
  private async noteLate(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const late = await tx.query<{ id: string }[]>(
        `SELECT i.id FROM app.incident_fact f JOIN app.incident i ON i.id = f.incident_id
         WHERE f.within_target IS NULL AND f.resolve_by < app.app_now()
         ORDER BY i.id LIMIT $1 FOR NO KEY UPDATE OF i SKIP LOCKED`,
        [mostLatePerRound],
      );
      const ids = late.map(({ id }) => id);
      if (ids.length > 0) await refreshFacts(this.database, tx, ids);
    });
  }

  /** Goes on with this night's check, unless another process does. @returns whether there is more to look at */
  private checkSome(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [{ mine }] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock(7205103) AS mine');
      const check = mine ? await dueCheck(tx) : null;
      if (!check) return false;
      const looked = check.isFirst ? await this.make(tx, check) : await checkSlice(tx, check.lastId, slice.size);
      await noteSlice(tx, check, looked);
      return looked.lastId !== null;
    });
  }

  /** The first check of all makes the facts: whatever happened before there were any is not yet in them. */
  private async make(tx: Transaction, { lastId: after }: RunningCheck): Promise<CheckedSlice> {
    const { lastId, count } = await rebuildSlice(this.database, tx, after, slice.size);
    return { lastId, checked: count, differences: [] };
  }
}
