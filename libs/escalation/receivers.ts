import { Database, type Transaction } from '@zenmeban/database';
import { Roster } from '@zenmeban/roster';
import { Injectable } from '@nestjs/common';
import type { Receiver } from './answers';
import { notAReceiver } from './refusals';

/** Somebody an incident may be handed to, and whether they are on duty. */
export type Candidate = { readonly id: string; readonly name: string; readonly onDuty: boolean };

/** To whom an incident may be handed: active people who may acknowledge it at its site. */
@Injectable()
export class Receivers {
  constructor(
    private readonly database: Database,
    private readonly roster: Roster,
  ) {}

  /** Whoever is on duty first, then by name; without the one who asks. */
  async candidates(siteId: string, askedBy: string): Promise<Candidate[]> {
    const tx = this.database.manager;
    const people = await this.supervisors(tx, siteId, null);
    const posts = await Promise.all(leading.map((post) => this.roster.onDuty(tx, siteId, post)));
    const onDuty = new Set(posts.flat());
    return people
      .filter(({ id }) => id !== askedBy)
      .map(({ id, name }) => ({ id, name, onDuty: onDuty.has(id) }))
      .toSorted((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.name.localeCompare(b.name, 'zh'));
  }

  /** Throws `hand_over.not_possible` for anybody it may not be handed to. */
  async receiver(tx: Transaction, siteId: string, givenBy: string, to: string): Promise<Receiver> {
    const [found] = to === givenBy ? [] : await this.supervisors(tx, siteId, to);
    if (!found) throw notAReceiver();
    return found;
  }

  /** Those with a role that acknowledges (see the abilities), there or everywhere; of them one, or all. */
  private supervisors(tx: Transaction, siteId: string, personId: string | null): Promise<Receiver[]> {
    return tx.query<Receiver[]>(
      `SELECT id, name, email FROM app.person
       WHERE active AND ($2::uuid IS NULL OR id = $2) AND EXISTS (
         SELECT 1 FROM app.role_grant WHERE person_id = person.id AND role <> 'staff'
           AND (site_id = $1 OR site_id IS NULL))
       ORDER BY name, id`,
      [siteId, personId],
    );
  }
}

const leading = ['supervisor', 'manager'] as const;
