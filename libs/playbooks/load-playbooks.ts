import { createHash } from 'node:crypto';
import { Database } from '@zenmeban/database';
import { checkHandbook, type Handbook } from '@zenmeban/domain/check';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Playbooks } from './playbooks';
import { readFolder } from './read-folder';

/** What a load did; `stored` names the playbooks that got a new version. */
export type LoadReport = { readonly handbook: Handbook; readonly stored: readonly string[] };

/**
 * Brings the files of a folder into the database: each playbook that changed becomes a new, immutable version, be it by
 * its own file or by what it takes from the files that playbooks share.
 */
@Injectable()
export class LoadPlaybooks {
  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
  ) {}

  /** Checks everything first; throws `playbooks.invalid` with all problems, and then stores nothing. */
  async load(folder: string): Promise<LoadReport> {
    const files = await readFolder(folder);
    const handbook = checkHandbook(files);
    const sources = new Map(files.map(({ name, source }) => [name, source]));
    const rows = handbook.playbooks.map(({ file, playbook }) => {
      const source = sources.get(file) ?? '';
      const hash = createHash('sha256').update(source).update(JSON.stringify(playbook)).digest('hex');
      return { id: v7(), playbook_id: playbook.id, content_hash: hash, content: playbook, source };
    });
    const stored = await this.database.transaction((tx) =>
      tx.query<{ playbook_id: string }[]>(
        `INSERT INTO app.playbook_version (id, playbook_id, version, content_hash, content, source)
         SELECT given.id, given.playbook_id, coalesce(newest.version, 0) + 1, given.content_hash, given.content, given.source
         FROM json_to_recordset($1)
           AS given(id uuid, playbook_id text, content_hash text, content json, source text)
         LEFT JOIN LATERAL (
           SELECT version, content_hash FROM app.playbook_version
           WHERE playbook_id = given.playbook_id ORDER BY version DESC LIMIT 1) AS newest ON true
         WHERE newest.content_hash IS DISTINCT FROM given.content_hash
         RETURNING playbook_id`,
        [JSON.stringify(rows)],
      ),
    );
    await this.storeWords(handbook);
    this.playbooks.forget();
    return { handbook, stored: stored.map((row) => row.playbook_id) };
  }

  /** What the file no longer names loses its words. */
  private async storeWords({ words }: Handbook): Promise<void> {
    const rows = [...words].map(([playbook_id, words]) => ({ playbook_id, words }));
    await this.database.transaction(async (tx) => {
      await tx.query(`DELETE FROM app.search_words WHERE playbook_id <> ALL($1)`, [[...words.keys()]]);
      await tx.query(
        `INSERT INTO app.search_words (playbook_id, words)
         SELECT playbook_id, words FROM json_to_recordset($1) AS given(playbook_id text, words jsonb)
         ON CONFLICT (playbook_id) DO UPDATE SET words = excluded.words`,
        [JSON.stringify(rows)],
      );
    });
  }
}
