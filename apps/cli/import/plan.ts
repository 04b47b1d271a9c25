import type { Transaction } from '@zenmeban/database';
import { type PlannedShift, planShifts } from '@zenmeban/roster';
import { v7 } from 'uuid';
import type { Action, Drafts, Mentioned, PersonDraft, PlaceDraft, SiteDraft } from './drafts';
import { type Known, loadKnown } from './known';
import type { RowProblem } from './table';

export type Planned<Draft> = {
  readonly action: Action;
  readonly id: string;
  readonly draft: Draft;
  /** How people know it: `BJ1`, `BJ1/hall`, an address. */
  readonly label: string;
};
export type PlannedPlace = Planned<PlaceDraft> & { readonly siteId: string };
/** `grants`: the roles that are new, `siteId` null = everywhere. */
export type PlannedPerson = Planned<PersonDraft> & {
  readonly grants: readonly { role: PersonDraft['grants'][number]['role']; siteId: string | null }[];
};

export type Plan = {
  readonly sites: readonly Planned<SiteDraft>[];
  readonly places: readonly PlannedPlace[];
  readonly people: readonly PlannedPerson[];
  readonly shifts: readonly PlannedShift[];
};

/** Compares the drafts with the database and with each other; what a row refers to must exist in one of the two. */
export async function makePlan(
  tx: Transaction,
  drafts: Drafts,
  mentioned: Mentioned,
): Promise<{ plan: Plan; problems: RowProblem[] }> {
  const problems: RowProblem[] = [];
  const known = await loadKnown(tx);
  const sites = planSites(
    onlyOnce(drafts.sites, ({ code }) => `site ${code}`, problems),
    known,
  );
  const zones = new Map([...known.sites.values()].map(({ code, id, timeZone }) => [code, { id, timeZone }]));
  for (const { id, draft } of sites) zones.set(draft.code, { id, timeZone: draft.timeZone });
  const siteIds: SiteIds = (code, position) => {
    const id = zones.get(code)?.id;
    if (!id && !mentioned.has(code))
      problems.push({ position, message: `there is no site ${code}. Import it first, or add it to this file.` });
    return id;
  };
  const places = planPlaces(
    onlyOnce(drafts.places, ({ site, code }) => `place ${code} at ${site}`, problems),
    known,
    siteIds,
  );
  const people = planPeople(
    onlyOnce(drafts.people, ({ email }) => `the address ${email}`, problems),
    known,
    siteIds,
  );
  const personIds = new Map(
    [...known.people.values(), ...people.map(({ id, draft: { email } }) => ({ id, email }))].map(({ email, id }) => [
      email,
      id,
    ]),
  );
  const roster = await planShifts(tx, drafts.shifts, { sites: zones, people: personIds, mentioned });
  problems.push(...roster.problems.map(({ position, message }) => ({ position, message: message.en })));
  return { plan: { sites, places, people, shifts: roster.shifts }, problems };
}

type SiteIds = (code: string, position: PlaceDraft['position']) => string | undefined;

/** Leaves out rows whose key an earlier row has already, and says so. */
function onlyOnce<T extends { position: RowProblem['position'] }>(
  drafts: readonly T[],
  keyOf: (draft: T) => string,
  problems: RowProblem[],
): T[] {
  const first = new Map<string, number>();
  return drafts.filter((draft) => {
    const earlier = first.get(keyOf(draft));
    if (earlier === undefined) first.set(keyOf(draft), draft.position.row);
    else
      problems.push({
        position: draft.position,
        message: `${keyOf(draft)} is in row ${earlier} already. Keep one of the two.`,
      });
    return earlier === undefined;
  });
}

const action = (exists: boolean, equal: boolean): Action => (!exists ? 'create' : equal ? 'same' : 'change');

function planSites(drafts: readonly SiteDraft[], known: Known): Planned<SiteDraft>[] {
  return drafts.map((draft) => {
    const old = known.sites.get(draft.code);
    const equal = old?.zh === draft.zh && old.en === draft.en && old.timeZone === draft.timeZone;
    return { action: action(!!old, equal), id: old?.id ?? v7(), draft, label: draft.code };
  });
}

function planPlaces(drafts: readonly PlaceDraft[], known: Known, siteIds: SiteIds): PlannedPlace[] {
  return drafts.flatMap((draft) => {
    const siteId = siteIds(draft.site, draft.position);
    if (!siteId) return [];
    const old = known.places.get(`${siteId}/${draft.code}`);
    const equal = old?.zh === draft.zh && old.en === draft.en;
    const label = `${draft.site}/${draft.code}`;
    return [{ action: action(!!old, equal), id: old?.id ?? v7(), draft, label, siteId }];
  });
}

function planPeople(drafts: readonly PersonDraft[], known: Known, siteIds: SiteIds): PlannedPerson[] {
  return drafts.map((draft) => {
    const old = known.people.get(draft.email);
    const grants = draft.grants
      .flatMap(({ role, site }) => {
        const siteId = site === null ? null : siteIds(site, draft.position);
        return siteId === undefined ? [] : [{ role, siteId }];
      })
      .filter(({ role, siteId }) => !old?.grants.includes(`${role}@${siteId ?? '*'}`));
    const equal = old?.name === draft.name && old.language === draft.language && grants.length === 0;
    return { action: action(!!old, equal), id: old?.id ?? v7(), draft, label: draft.email, grants };
  });
}
