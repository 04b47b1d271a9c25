import { Database } from '@zenmeban/database';
import { DomainError, type EscalationPolicy } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';

/** How long a process may go on with policies another process has just replaced. */
const freshForMs = 5_000;

/** The escalation policies: stored in immutable versions, read from memory. */
@Injectable()
export class Policies {
  private cached: { readAtMs: number; policies: ReadonlyMap<string, EscalationPolicy> } | null = null;

  constructor(private readonly database: Database) {}

  /** Stores each policy that differs from its newest version. @returns the ids of those */
  async store(policies: readonly EscalationPolicy[]): Promise<string[]> {
    const stored = await this.database.transaction(async (tx) => {
      const rows = await tx.query<{ policy_id: string }[]>(
        `INSERT INTO app.escalation_policy_version (policy_id, version, content)
         SELECT given.content->>'id', coalesce(newest.version, 0) + 1, given.content
         FROM jsonb_array_elements($1) AS given(content)
         LEFT JOIN LATERAL (
           SELECT version, content FROM app.escalation_policy_version
           WHERE policy_id = given.content->>'id' ORDER BY version DESC LIMIT 1) AS newest ON true
         WHERE newest.content IS DISTINCT FROM given.content
         RETURNING policy_id`,
        [JSON.stringify(policies)],
      );
      return rows.map((row) => row.policy_id);
    });
    this.cached = null;
    return stored;
  }

  /** The current policies by id. */
  async current(): Promise<ReadonlyMap<string, EscalationPolicy>> {
    if (!this.cached || performance.now() - this.cached.readAtMs > freshForMs) {
      /* On the connection of the caller's transaction: one that waited for a second could wait for itself. */
      const rows = await this.database.manager.query<{ content: EscalationPolicy }[]>(
        `SELECT DISTINCT ON (policy_id) content FROM app.escalation_policy_version ORDER BY policy_id, version DESC`,
      );
      this.cached = {
        readAtMs: performance.now(),
        policies: new Map(rows.map(({ content }) => [content.id, content])),
      };
    }
    return this.cached.policies;
  }

  /** The named policies, to be frozen into an incident. Throws `escalation.policy_unknown` when one is missing. */
  async freeze(ids: Iterable<string>): Promise<Record<string, EscalationPolicy>> {
    const current = await this.current();
    const frozen: Record<string, EscalationPolicy> = {};
    for (const id of ids) {
      const policy = current.get(id);
      if (!policy) throw unknownPolicy(id);
      frozen[id] = policy;
    }
    return frozen;
  }
}

export const unknownPolicy = (id: string) =>
  new DomainError('unavailable', 'escalation.policy_unknown', {
    zh: `上报规则“${id}”不存在，请管理员重新加载预案。`,
    en: `The escalation policy "${id}" does not exist; ask an administrator to load the playbooks again.`,
  });
