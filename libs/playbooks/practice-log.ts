import { Database, type Transaction } from '@zenmeban/database';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { StoredPlaybook } from './playbooks';

/** Who practised what and when; a mark is never taken back. */
@Injectable()
export class PracticeLog {
  constructor(private readonly database: Database) {}

  /** A person's last practice, by playbook id; what they never practised is not in it. */
  async lastOf(personId: string): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.database.manager.query<{ playbookId: string; at: Date }[]>(
      `SELECT playbook_id AS "playbookId", max(at) AS at FROM app.practice WHERE person_id = $1 GROUP BY playbook_id`,
      [personId],
    );
    return new Map(rows.map(({ playbookId, at }) => [playbookId, at]));
  }

  /** Notes that a person has just practised this version. */
  async mark(tx: Transaction, personId: string, { versionId, content }: StoredPlaybook): Promise<void> {
    await tx.query(
      `INSERT INTO app.practice (id, person_id, playbook_id, playbook_version_id) VALUES ($1, $2, $3, $4)`,
      [v7(), personId, content.id, versionId],
    );
  }
}
