import type { Transaction } from '@zenmeban/database';
import type { EscalationTarget, Post, Severity } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';

/** A target, or one person of it, that is not called, and why. */
export type Skipped = {
  readonly target: EscalationTarget;
  /** Null when the target itself is nobody. */
  readonly personId: string | null;
  readonly why:
    'nobody_on_duty' | 'nobody_with_role' | 'unknown_person' | 'no_address' | 'address_refused' | 'quiet_hours';
};

/** Whom the targets of a level reach, each once, and whom not. */
export type Reach = { readonly personIds: readonly string[]; readonly skipped: readonly Skipped[] };

/** Answers who is on duty, by the database's clock. */
@Injectable()
export class Roster {
  /** Active people on a post of a site now, the shift that began first in front. */
  async onDuty(tx: Transaction, siteId: string, post: Post): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      `SELECT shift.person_id AS "personId" FROM app.shift JOIN app.person ON person.id = shift.person_id
       WHERE shift.site_id = $1 AND shift.post = $2 AND person.active
         AND shift.cancelled_at IS NULL AND shift.starts_at <= app.app_now() AND shift.ends_at > app.app_now()
       GROUP BY shift.person_id ORDER BY min(shift.starts_at), shift.person_id`,
      [siteId, post],
    );
    return rows.map((row) => row.personId);
  }

  /** Whom the targets of a level reach now, at a site, for something so severe. */
  async reach(
    tx: Transaction,
    siteId: string,
    targets: readonly EscalationTarget[],
    _severity: Severity,
  ): Promise<Reach> {
    const reached = new Set<string>();
    const skipped: Skipped[] = [];
    for (const target of targets) {
      const people = await this.peopleOf(tx, siteId, target);
      for (const person of people) reached.add(person);
      if (people.length === 0) skipped.push({ target, personId: null, why: whyNobody(target) });
    }
    return { personIds: [...reached], skipped };
  }

  /** The owner of a step: who is on its post, else the supervisor on duty, else nobody. */
  async ownerOf(tx: Transaction, siteId: string, post: Post): Promise<string | null> {
    const [first] = await this.onDuty(tx, siteId, post);
    if (first !== undefined) return first;
    const [supervisor] = await this.onDuty(tx, siteId, 'supervisor');
    return supervisor ?? null;
  }

  private async peopleOf(tx: Transaction, siteId: string, target: EscalationTarget): Promise<string[]> {
    if ('onDuty' in target) return this.onDuty(tx, siteId, target.onDuty);
    if ('role' in target) return this.withRole(tx, siteId, target.role);
    return this.withAddress(tx, target.person);
  }

  private async withAddress(tx: Transaction, email: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(`SELECT id FROM app.person WHERE email = $1 AND active`, [email]);
    return rows.map(({ id }) => id);
  }

  private async withRole(tx: Transaction, siteId: string, role: string): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      `SELECT DISTINCT person.id AS "personId" FROM app.role_grant JOIN app.person ON person.id = role_grant.person_id
       WHERE role_grant.role = $2 AND (role_grant.site_id = $1 OR role_grant.site_id IS NULL) AND person.active
       ORDER BY 1`,
      [siteId, role],
    );
    return rows.map((row) => row.personId);
  }
}

function whyNobody(target: EscalationTarget): Skipped['why'] {
  if ('onDuty' in target) return 'nobody_on_duty';
  return 'role' in target ? 'nobody_with_role' : 'unknown_person';
}
