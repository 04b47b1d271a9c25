import type { Transaction } from '@zenmeban/database';
import { createPerson, grant } from '@zenmeban/identity';
import { writeShifts } from '@zenmeban/roster';
import type { Plan, PlannedPerson } from './plan';

/** Writes what the plan says, in the caller's transaction; what is the same is left alone. */
export async function applyPlan(tx: Transaction, plan: Plan): Promise<void> {
  const write = async (text: string, rows: readonly object[]) => {
    if (rows.length > 0) await tx.query(text, [JSON.stringify(rows)]);
  };
  await write(
    `INSERT INTO app.site (id, code, name, time_zone)
     SELECT id, code, name, time_zone FROM jsonb_to_recordset($1) AS r(id uuid, code text, name jsonb, time_zone text)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone`,
    changed(plan.sites).map(({ id, draft: { code, zh, en, timeZone } }) => ({
      id,
      code,
      name: { zh, en },
      time_zone: timeZone,
    })),
  );
  await write(
    `INSERT INTO app.place (id, site_id, code, name)
     SELECT id, site_id, code, name FROM jsonb_to_recordset($1) AS r(id uuid, site_id uuid, code text, name jsonb)
     ON CONFLICT (site_id, code) DO UPDATE SET name = excluded.name`,
    changed(plan.places).map(({ id, siteId, draft: { code, zh, en } }) => ({
      id,
      site_id: siteId,
      code,
      name: { zh, en },
    })),
  );
  const ids = new Map<string, string>();
  for (const person of changed(plan.people)) ids.set(person.id, await writePerson(tx, person));
  await writeShifts(
    tx,
    plan.shifts.map((shift) => ({ ...shift, personId: ids.get(shift.personId) ?? shift.personId })),
  );
}

const changed = <T extends { action: string }>(planned: readonly T[]): T[] =>
  planned.filter(({ action }) => action !== 'same');

/** @returns the person's id as it is in the database */
async function writePerson(tx: Transaction, { action, id, draft, grants }: PlannedPerson): Promise<string> {
  if (action === 'create')
    return createPerson(tx, { name: draft.name, email: draft.email, language: draft.language, grants });
  await tx.query('UPDATE app.person SET name = $2, language = $3 WHERE id = $1', [id, draft.name, draft.language]);
  await grant(tx, id, grants);
  return id;
}
