import { Site, type Transaction } from '@zenmeban/database';
import type { EscalationTarget, Post, Severity } from '@zenmeban/domain/engine';
import { type CallingHours, openingFrom } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { specialDaysIn } from './chinese-calendar';
import { loadOnDuty } from './load-duty';
import { type Reach, type Reachability, type ReachOptions, type Skipped, whyNobody, whyNotCalled } from './reach';

type Candidate = Reachability & { readonly siteId: string; readonly id: string; readonly roles: readonly string[] };

/** Whom these targets reach at a site, for something so severe. */
export type Asked = {
  readonly siteId: string;
  readonly targets: readonly EscalationTarget[];
  readonly severity: Severity;
};

/** Answers who is on duty, by the database's clock. */
@Injectable()
export class Roster {
  /** Active people on a post of a site, now or at `at`, the shift that began first in front. */
  async onDuty(tx: Transaction, siteId: string, post: Post, at?: Date): Promise<string[]> {
    const onDuty = await loadOnDuty(tx, new Map([[siteId, [post]]]), at);
    return [...onDuty(siteId, post)];
  }

  /** The same for a post at each of several sites, in one query. */
  async onDutyAtEach(
    tx: Transaction,
    siteIds: readonly string[],
    post: Post,
  ): Promise<(siteId: string) => readonly string[]> {
    const onDuty = await loadOnDuty(tx, new Map(siteIds.map((siteId) => [siteId, [post]])));
    return (siteId) => onDuty(siteId, post);
  }

  /**
   * Whom the targets of a level reach at a site, for something so severe. Who cannot be reached, or is not to be
   * disturbed, is left out and told with the reason; who is on duty is never left in peace.
   */
  async reach(
    tx: Transaction,
    siteId: string,
    targets: readonly EscalationTarget[],
    severity: Severity,
    { at, despiteQuietHours = false }: ReachOptions = {},
  ): Promise<Reach> {
    const [reach] = await this.reachEach(tx, [{ siteId, targets, severity }], { at, despiteQuietHours });
    return reach ?? { personIds: [], skipped: [] };
  }

  /** The same for many at once, in two queries. @returns in the order of the questions */
  async reachEach(tx: Transaction, asked: readonly Asked[], { at, despiteQuietHours = false }: ReachOptions = {}) {
    const questions = bySiteId(asked);
    const wanted = new Map([...questions].map(([siteId, those]) => [siteId, those.flatMap(({ targets }) => targets)]));
    const onDuty = await loadOnDuty(
      tx,
      new Map([...wanted].map(([siteId, targets]) => [siteId, postsOf(targets)])),
      at,
    );
    const people = bySiteId(await candidates(tx, wanted, onDuty, at));
    return asked.map(({ siteId, targets, severity }): Reach => {
      const reached = new Set<string>();
      const skipped: Skipped[] = [];
      for (const target of targets) {
        const found = membersOf(target, people.get(siteId) ?? [], (post) => onDuty(siteId, post));
        if (found.length === 0) skipped.push({ target, personId: null, why: whyNobody(target) });
        for (const person of found) {
          const why = whyNotCalled(person, { onDuty: 'onDuty' in target, severity, despiteQuietHours });
          if (why === null) reached.add(person.id);
          else skipped.push({ target, personId: person.id, why });
        }
      }
      return {
        personIds: [...reached],
        skipped: skipped.filter(({ personId }) => !personId || !reached.has(personId)),
      };
    });
  }

  /** The owner of a step: who is on its post, else the supervisor on duty, else nobody. */
  async ownerOf(tx: Transaction, siteId: string, post: Post): Promise<string | null> {
    const [first] = await this.onDuty(tx, siteId, post);
    if (first !== undefined) return first;
    const [supervisor] = await this.onDuty(tx, siteId, 'supervisor');
    return supervisor ?? null;
  }

  /** For a policy with such hours: the earliest moment at or after another one when people of the site may be called. */
  async opens(tx: Transaction, siteId: string, hours: CallingHours): Promise<(at: Date) => Date> {
    if (hours === undefined) return (at) => at;
    const { opening, timeZone } = await tx.findOneByOrFail(Site, { id: siteId });
    return openingFrom(opening, timeZone, hours, specialDaysIn(timeZone));
  }
}

/** Everybody the targets may mean at each site, by id, with what decides whether they are called. */
async function candidates(
  tx: Transaction,
  wanted: ReadonlyMap<string, readonly EscalationTarget[]>,
  onDuty: (siteId: string, post: Post) => readonly string[],
  at: Date | undefined,
): Promise<Candidate[]> {
  const asked = [...wanted].map(([siteId, targets]) => ({
    site_id: siteId,
    on_duty: postsOf(targets).flatMap((post) => onDuty(siteId, post)),
    emails: targets.flatMap((target) => ('person' in target ? [target.person.toLowerCase()] : [])),
    roles: targets.flatMap((target) => ('role' in target ? [target.role] : [])),
  }));
  return tx.query<Candidate[]>(
    `WITH asked AS (
       SELECT * FROM jsonb_to_recordset($1) AS a(site_id uuid, on_duty uuid[], emails text[], roles text[])),
     meant AS (
       SELECT site_id, unnest(on_duty) AS person_id FROM asked
       UNION SELECT site_id, person.id FROM asked JOIN app.person ON person.email = ANY(asked.emails)
       UNION SELECT asked.site_id, held.person_id
         FROM asked JOIN app.role_grant held ON held.role = ANY(asked.roles)
          AND (held.site_id = asked.site_id OR held.site_id IS NULL))
     SELECT meant.site_id AS "siteId", person.id, person.email, person.bounces, person.quiet_from AS "quietFrom",
            person.quiet_until AS "quietUntil",
            to_char(coalesce($2, app.app_now()) AT TIME ZONE site.time_zone, 'HH24:MI') AS "localTime",
            EXISTS (SELECT FROM app.channel WHERE channel.person_id = person.id AND channel.enabled
                      AND channel.removed_at IS NULL AND channel.failures < 3) AS "ownChannel",
            ARRAY(SELECT role FROM app.role_grant
                  WHERE role_grant.person_id = person.id
                    AND (role_grant.site_id = meant.site_id OR role_grant.site_id IS NULL)) AS roles
     FROM meant JOIN app.site ON site.id = meant.site_id JOIN app.person ON person.id = meant.person_id AND person.active
     ORDER BY person.id`,
    [JSON.stringify(asked), at ?? null],
  );
}

function bySiteId<T extends { readonly siteId: string }>(things: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>();
  for (const thing of things) grouped.set(thing.siteId, [...(grouped.get(thing.siteId) ?? []), thing]);
  return grouped;
}

const postsOf = (targets: readonly EscalationTarget[]): Post[] =>
  targets.flatMap((target) => ('onDuty' in target ? [target.onDuty] : []));

function membersOf(
  target: EscalationTarget,
  people: readonly Candidate[],
  onDuty: (post: Post) => readonly string[],
): Candidate[] {
  if ('role' in target) return people.filter(({ roles }) => roles.includes(target.role));
  if ('person' in target) return people.filter(({ email }) => email === target.person.toLowerCase());
  return onDuty(target.onDuty).flatMap((id) => people.filter((person) => person.id === id));
}
