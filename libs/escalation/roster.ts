import type { Transaction } from '@zenmeban/database';
import type { EscalationTarget, Post } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';

/** Answers who is on duty, by the database's clock. */
@Injectable()
export class Roster {
  /** Active people on a post of a site now, the shift that began first in front. */
  async onDuty(tx: Transaction, siteId: string, post: Post): Promise<string[]> {
    const rows = await tx.query<{ personId: string }[]>(
      `SELECT shift.person_id AS "personId" FROM app.shift JOIN app.person ON person.id = shift.person_id
       WHERE shift.site_id = $1 AND shift.post = $2 AND person.active
         AND shift.starts_at <= app.app_now() AND shift.ends_at > app.app_now()
       GROUP BY shift.person_id ORDER BY min(shift.starts_at), shift.person_id`,
      [siteId, post],
    );
    return rows.map((row) => row.personId);
  }

  /** Whom the targets of a level reach, each person once. Empty = nobody. */
  async reach(tx: Transaction, siteId: string, targets: readonly EscalationTarget[]): Promise<string[]> {
    const reached = new Set<string>();
    for (const target of targets) {
      const people =
        'onDuty' in target
          ? await this.onDuty(tx, siteId, target.onDuty)
          : await this.withRole(tx, siteId, target.role);
      for (const person of people) reached.add(person);
    }
    return [...reached];
  }

  /** The owner of a step: who is on its post, else the supervisor on duty, else nobody. */
  async ownerOf(tx: Transaction, siteId: string, post: Post): Promise<string | null> {
    const [first] = await this.onDuty(tx, siteId, post);
    if (first !== undefined) return first;
    const [supervisor] = await this.onDuty(tx, siteId, 'supervisor');
    return supervisor ?? null;
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
