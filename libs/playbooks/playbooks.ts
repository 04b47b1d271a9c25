import { Database, PlaybookVersion } from '@zenmeban/database';
import { DomainError, type Playbook } from '@zenmeban/domain/engine';
import { Injectable } from '@nestjs/common';
import { asOfToday, type StoredContent } from './stored-content';

/** How long a process may go on with the version another process has just replaced. */
const freshForMs = 5_000;

/** A stored version. */
export type StoredPlaybook = { readonly versionId: string; readonly version: number; readonly content: Playbook };

/** A stored version with the moment it was loaded. */
export type PlaybookRecord = StoredPlaybook & { readonly loadedAt: Date };

type Row = { versionId: string; version: number; content: StoredContent };

/** Reads stored playbooks; versions never change, so they are kept in memory. */
@Injectable()
export class Playbooks {
  private readonly byVersionId = new Map<string, StoredPlaybook>();
  private newest: { readAtMs: number; byId: ReadonlyMap<string, StoredPlaybook> } | null = null;

  constructor(private readonly database: Database) {}

  /** The current version of every playbook, by number. */
  async current(): Promise<ReadonlyMap<string, StoredPlaybook>> {
    if (!this.newest || performance.now() - this.newest.readAtMs > freshForMs) {
      const rows = await this.database.manager.query<{ versionId: string }[]>(
        `SELECT DISTINCT ON (playbook_id) id AS "versionId"
         FROM app.playbook_version ORDER BY playbook_id, version DESC`,
      );
      const stored = await this.versions(rows.map(({ versionId }) => versionId));
      stored.sort((a, b) => a.content.number - b.content.number);
      this.newest = { readAtMs: performance.now(), byId: new Map(stored.map((one) => [one.content.id, one])) };
    }
    return this.newest.byId;
  }

  /** The current version of one playbook. Throws `playbook.unknown`. */
  async get(playbookId: string): Promise<StoredPlaybook> {
    const found = (await this.current()).get(playbookId);
    if (!found) throw unknownPlaybook(playbookId);
    return found;
  }

  /** A certain version of one playbook. Throws `playbook.unknown`. */
  async getVersion(playbookId: string, version: number): Promise<StoredPlaybook> {
    const row = await this.database.manager.findOne(PlaybookVersion, {
      where: { playbookId, version },
      select: { id: true },
    });
    if (!row) throw unknownPlaybook(`${playbookId} ${version}`);
    return this.version(row.id);
  }

  /** Every version of one playbook, the newest first. Throws `playbook.unknown`. */
  async history(playbookId: string): Promise<PlaybookRecord[]> {
    const rows = await this.database.manager.query<{ versionId: string; loadedAt: Date }[]>(
      `SELECT id AS "versionId", loaded_at AS "loadedAt" FROM app.playbook_version
       WHERE playbook_id = $1 ORDER BY version DESC`,
      [playbookId],
    );
    if (rows.length === 0) throw unknownPlaybook(playbookId);
    const loadedAt = new Map(rows.map((row) => [row.versionId, row.loadedAt]));
    const stored = await this.versions([...loadedAt.keys()]);
    return stored.map((one) => ({ ...one, loadedAt: loadedAt.get(one.versionId) ?? new Date(0) }));
  }

  /** By the id an incident keeps. */
  async version(versionId: string): Promise<StoredPlaybook> {
    const [found] = await this.versions([versionId]);
    if (!found) throw unknownPlaybook(versionId);
    return found;
  }

  /** Those that exist, from memory or in one question: a caller's transaction holds the one connection it may need. */
  private async versions(versionIds: readonly string[]): Promise<StoredPlaybook[]> {
    const missing = versionIds.filter((id) => !this.byVersionId.has(id));
    if (missing.length > 0) {
      const rows = await this.database.manager.query<Row[]>(
        `SELECT id AS "versionId", version, content FROM app.playbook_version WHERE id = ANY($1)`,
        [missing],
      );
      for (const row of rows) this.byVersionId.set(row.versionId, { ...row, content: asOfToday(row.content) });
    }
    return versionIds.flatMap((id) => this.byVersionId.get(id) ?? []);
  }

  /** Forgets which versions are the newest, after new ones were stored. */
  forget(): void {
    this.newest = null;
  }
}

const unknownPlaybook = (id: string) =>
  new DomainError('not_found', 'playbook.unknown', {
    zh: `没有名为“${id}”的预案。`,
    en: `There is no playbook "${id}".`,
  });
