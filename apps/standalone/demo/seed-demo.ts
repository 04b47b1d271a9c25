import { refreshFacts } from '@zenmeban/analysis';
import { Database, type Transaction } from '@zenmeban/database';
import type { EscalationPolicy, Playbook } from '@zenmeban/domain/engine';
import { createPerson } from '@zenmeban/identity';
import type { DataSource } from 'typeorm';
import { demoPassword, demoPeople, demoSites, timeZone } from './cast';
import { Dice } from './dice';
import { absencesFrom, dutiesAround, type Duty, swapFrom } from './duty';
import { type Handbook, tellHistory } from './tell-history';
import { id, type Ids, insert, writeHistory } from './write-history';

export type Seeded = {
  readonly sites: number;
  readonly people: number;
  readonly shifts: number;
  readonly incidents: number;
};

/** The roster stands from 14 days ago to 28 days ahead; the month before that is needed only to tell the history. */
const rosterFrom = -14;
const rosterTo = 28;
const historyFrom = -32;

/**
 * Three sites, their people, a duty roster and a month of incidents, in one transaction; the playbooks must be loaded.
 * @param now the moment the history ends
 * @returns what was made, or null when the database holds sites or people already: then nothing is touched
 */
export function seedDemo(source: DataSource, now: Date): Promise<Seeded | null> {
  return source.transaction(async (tx) => {
    await tx.query('LOCK TABLE app.site IN SHARE ROW EXCLUSIVE MODE');
    const [taken] = await tx.query<unknown[]>('SELECT 1 FROM app.site UNION ALL SELECT 1 FROM app.person LIMIT 1');
    if (taken) return null;
    const dice = new Dice(8);
    const { sites, places } = await writeSites(tx, dice, now);
    const ids: Ids = { sites, places, people: await writePeople(tx, sites) };
    const shifts = await writeRoster(tx, dice, ids, now);
    await writeAbsences(tx, dice, ids, now);
    const history = tellHistory(await readHandbook(tx), dutiesAround(now, historyFrom, rosterTo), now);
    await writeHistory(tx, history, ids, dice, now);
    await refreshFacts(
      new Database(source),
      tx,
      history.map((told) => told.id),
    );
    await writeSwap(tx, dice, ids, now);
    return { sites: sites.size, people: ids.people.size, shifts, incidents: history.length };
  });
}

async function writeSites(tx: Transaction, dice: Dice, now: Date): Promise<Pick<Ids, 'sites' | 'places'>> {
  const sites = new Map(demoSites.map(({ code }) => [code, dice.id(now)]));
  const places = new Map(
    demoSites.flatMap((site) => site.places.map(({ code }) => [`${site.code}/${code}`, dice.id(now)] as const)),
  );
  await insert(
    tx,
    'site',
    demoSites.map(({ code, name, phone, opening }) => ({
      ...{ id: id(sites, code), code, name, phone, opening },
      ...{ time_zone: timeZone, created_at: now },
    })),
  );
  await insert(
    tx,
    'place',
    demoSites.flatMap((site) =>
      site.places.map(({ code, name }) => ({
        id: id(places, `${site.code}/${code}`),
        site_id: id(sites, site.code),
        code,
        name,
      })),
    ),
  );
  return { sites, places };
}

async function writePeople(tx: Transaction, sites: Ids['sites']): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const [index, { key, name, email, role, site, demo }] of demoPeople.entries()) {
    const grants = [{ role, siteId: site === null ? null : id(sites, site) }];
    const person = { name, email, language: 'zh', grants, ...(demo && { password: demoPassword }) } as const;
    const personId = await createPerson(tx, person);
    people.set(key, personId);
    if (role !== 'staff')
      await tx.query('UPDATE app.person SET phone = $2 WHERE id = $1', [personId, `+86 21 5555 02${index + 10}`]);
  }
  return people;
}

/** Rosters are made a month ahead. */
const plannedAheadMs = 30 * 86_400_000;

async function writeRoster(tx: Transaction, dice: Dice, ids: Ids, now: Date): Promise<number> {
  const duties = dutiesAround(now, rosterFrom, rosterTo);
  await insert(
    tx,
    'shift',
    duties.map(({ site, person, post, startsAt, endsAt }) => ({
      id: dice.id(startsAt),
      site_id: id(ids.sites, site),
      person_id: id(ids.people, person),
      post,
      starts_at: startsAt,
      ends_at: endsAt,
      planned_at: new Date(startsAt.getTime() - plannedAheadMs),
    })),
  );
  return duties.length;
}

async function writeAbsences(tx: Transaction, dice: Dice, ids: Ids, now: Date): Promise<void> {
  const { leave, standIns } = absencesFrom(now);
  const span = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ starts_at: startsAt, ends_at: endsAt });
  await insert(
    tx,
    'leave',
    leave.map((one) => ({ id: dice.id(now), person_id: id(ids.people, one.person), ...span(one) })),
  );
  await insert(
    tx,
    'duty_override',
    standIns.map(({ site, post, person, replaces, reason, ...one }) => ({
      ...{ id: dice.id(now), site_id: id(ids.sites, site), post, reason, ...span(one) },
      ...{ person_id: id(ids.people, person), replaces_id: id(ids.people, replaces) },
    })),
  );
}

/** A swap that was proposed half an hour ago and waits for the floor account. */
async function writeSwap(tx: Transaction, dice: Dice, ids: Ids, now: Date): Promise<void> {
  const { shift, inReturn, note } = swapFrom(now);
  const shiftId = async ({ person, startsAt }: Duty) => {
    const [row] = await tx.query<{ id: string }[]>('SELECT id FROM app.shift WHERE person_id = $1 AND starts_at = $2', [
      ...[id(ids.people, person), startsAt],
    ]);
    if (!row) throw new Error(`${person} has no shift from ${startsAt.toISOString()}`);
    return row.id;
  };
  await insert(tx, 'shift_swap', [
    {
      ...{ id: dice.id(now), shift_id: await shiftId(shift), with_shift_id: await shiftId(inReturn), note },
      ...{ proposed_by_id: id(ids.people, shift.person), with_person_id: id(ids.people, inReturn.person) },
      proposed_at: new Date(now.getTime() - 30 * 60_000),
    },
  ]);
}

/** The newest versions of what was loaded. */
async function readHandbook(tx: Transaction): Promise<Handbook> {
  const playbooks = await tx.query<{ versionId: string; version: number; content: Playbook }[]>(
    `SELECT DISTINCT ON (playbook_id) id AS "versionId", version, content
     FROM app.playbook_version ORDER BY playbook_id, version DESC`,
  );
  const policies = await tx.query<{ content: EscalationPolicy }[]>(
    'SELECT DISTINCT ON (policy_id) content FROM app.escalation_policy_version ORDER BY policy_id, version DESC',
  );
  return {
    playbooks: new Map(playbooks.map((playbook) => [playbook.content.id, playbook])),
    policies: Object.fromEntries(policies.map(({ content }) => [content.id, content])),
  };
}
