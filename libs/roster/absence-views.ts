import type { Transaction } from '@zenmeban/database';
import type { Post } from '@zenmeban/domain/engine';
import type { Span } from '@zenmeban/domain/roster';
import type { PersonRef } from './shift-views';

export type LeaveView = Span & { id: string; person: PersonRef };
export type StandInView = Span & {
  id: string;
  post: Post;
  person: PersonRef;
  replaces: PersonRef | null;
  reason: string;
};

/** Leave that was not taken back, by its start. @param condition SQL over `leave` with `$1`… for `values` */
export async function readLeave(tx: Transaction, condition: string, values: readonly unknown[]): Promise<LeaveView[]> {
  return tx.query<LeaveView[]>(
    `SELECT leave.id, leave.starts_at AS "startsAt", leave.ends_at AS "endsAt",
            jsonb_build_object('id', person.id, 'name', person.name) AS person
     FROM app.leave JOIN app.person ON person.id = leave.person_id
     WHERE leave.cancelled_at IS NULL AND (${condition}) ORDER BY leave.starts_at, leave.id`,
    [...values],
  );
}

/** Stand-ins that were not ended, by their start. @param condition SQL over `override` with `$1`… for `values` */
export async function readStandIns(
  tx: Transaction,
  condition: string,
  values: readonly unknown[],
): Promise<StandInView[]> {
  return tx.query<StandInView[]>(
    `SELECT override.id, override.post, override.reason,
            override.starts_at AS "startsAt", override.ends_at AS "endsAt",
            jsonb_build_object('id', person.id, 'name', person.name) AS person,
            CASE WHEN replaced.id IS NOT NULL
              THEN jsonb_build_object('id', replaced.id, 'name', replaced.name) END AS replaces
     FROM app.duty_override AS override
     JOIN app.person ON person.id = override.person_id
     LEFT JOIN app.person AS replaced ON replaced.id = override.replaces_id
     WHERE override.cancelled_at IS NULL AND (${condition}) ORDER BY override.starts_at, override.id`,
    [...values],
  );
}
