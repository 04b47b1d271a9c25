import { Site, type Transaction } from '@zenmeban/database';
import type { EscalationTarget, Post, Severity } from '@zenmeban/domain/engine';
import { type CallingHours, openingFrom } from '@zenmeban/domain/roster';
import { Injectable } from '@nestjs/common';
import { specialDaysIn } from './chinese-calendar';
import { loadOnDuty } from './load-duty';
import { type Reach, type Reachability, type ReachOptions, type Skipped, whyNobody, whyNotCalled } from './reach';

type Candidate = Reachability & { readonly id: string; readonly roles: readonly string[] };

/** Answers who is on duty, by the database's clock. */
@Injectable()
export class Roster {
  /** Active people on a post of a site, now or at `at`, the shift that began first in front. */
  async onDuty(tx: Transaction, siteId: string, post: Post, at?: Date): Promise<string[]> {
    return (await loadOnDuty(tx, siteId, [post], at)).get(post) ?? [];
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
    const posts = targets.flatMap((target) => ('onDuty' in target ? [target.onDuty] : []));
    const onDuty = await loadOnDuty(tx, siteId, posts, at);
    const people = await this.candidates(tx, siteId, targets, [...onDuty.values()].flat(), at);
    const reached = new Set<string>();
    const skipped: Skipped[] = [];
    for (const target of targets) {
      const found = membersOf(target, people, onDuty);
      if (found.length === 0) skipped.push({ target, personId: null, why: whyNobody(target) });
      for (const person of found) {
        const why = whyNotCalled(person, { onDuty: 'onDuty' in target, severity, despiteQuietHours });
        if (why === null) reached.add(person.id);
        else skipped.push({ target, personId: person.id, why });
      }
    }
    return { personIds: [...reached], skipped: skipped.filter(({ personId }) => !personId || !reached.has(personId)) };
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

  /** Everybody the targets may mean, by id, with what decides whether they are called. */
  private async candidates(
    tx: Transaction,
    siteId: string,
    targets: readonly EscalationTarget[],
    onDuty: readonly string[],
    at: Date | undefined,
  ): Promise<Candidate[]> {
    const roles = targets.flatMap((target) => ('role' in target ? [target.role] : []));
    const addresses = targets.flatMap((target) => ('person' in target ? [target.person] : []));
    return tx.query<Candidate[]>(
      `SELECT person.id, person.email, person.bounces, person.quiet_from AS "quietFrom",
              person.quiet_until AS "quietUntil", to_char(coalesce($5, app.app_now()) AT TIME ZONE site.time_zone, 'HH24:MI') AS "localTime",
              EXISTS (SELECT FROM app.channel WHERE channel.person_id = person.id AND channel.enabled
                        AND channel.removed_at IS NULL AND channel.failures < 3) AS "ownChannel",
              held.roles
       FROM app.site CROSS JOIN app.person
       CROSS JOIN LATERAL (
         SELECT coalesce(array_agg(role_grant.role), '{}') AS roles FROM app.role_grant
         WHERE role_grant.person_id = person.id AND (role_grant.site_id = $1 OR role_grant.site_id IS NULL)) AS held
       WHERE site.id = $1 AND person.active
         AND (person.id = ANY($2) OR person.email = ANY($3) OR held.roles && $4::text[])
       ORDER BY person.id`,
      [siteId, onDuty, addresses, roles, at ?? null],
    );
  }
}

function membersOf(
  target: EscalationTarget,
  people: readonly Candidate[],
  onDuty: ReadonlyMap<string, readonly string[]>,
): Candidate[] {
  if ('role' in target) return people.filter(({ roles }) => roles.includes(target.role));
  if ('person' in target) return people.filter(({ email }) => email === target.person.toLowerCase());
  return (onDuty.get(target.onDuty) ?? []).flatMap((id) => people.filter((person) => person.id === id));
}
