import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Database, SearchWords } from '@zenmeban/database';
import { createSearchEngine, type SearchEngine, searchPlaybooks } from '@zenmeban/domain/search';
import { Injectable } from '@nestjs/common';
import { Playbooks, type StoredPlaybook } from './playbooks';
import { buildSearchIndex } from './search-index';

/** A text of JSON as it is sent, also zipped; `tag` changes with it. */
export type ServedJson = { readonly json: string; readonly gzip: Buffer; readonly tag: string };

/** What was found, the likeliest first. */
export type FoundPlaybook = { readonly stored: StoredPlaybook; readonly score: number };

type Current = ReadonlyMap<string, StoredPlaybook>;
/** `of` says of which versions and words. */
type Built = { readonly of: string; readonly engine: SearchEngine; readonly served: ServedJson };

/** The index of the current versions and the everyday words, built anew only when one of them has changed. */
@Injectable()
export class PlaybookSearch {
  private ready: { readonly current: Current; readonly built: Built } | null = null;

  constructor(
    private readonly database: Database,
    private readonly playbooks: Playbooks,
  ) {}

  async find(query: string): Promise<FoundPlaybook[]> {
    const { current, built } = await this.upToDate();
    return searchPlaybooks(built.engine, query).flatMap(({ id, score }) => {
      const stored = current.get(id);
      return stored ? [{ stored, score }] : [];
    });
  }

  /** The index for the web app, which then searches without us. */
  async index(): Promise<ServedJson> {
    return (await this.upToDate()).built.served;
  }

  /** `Playbooks` hands out another map whenever it has looked again; so do we then. */
  private async upToDate() {
    const current = await this.playbooks.current();
    if (this.ready?.current !== current) this.ready = { current, built: await this.builtOf(current) };
    return this.ready;
  }

  private async builtOf(current: Current): Promise<Built> {
    const stored = await this.database.manager.find(SearchWords, { order: { playbookId: 'ASC' } });
    const of = JSON.stringify([[...current.values()].map(({ versionId }) => versionId), stored]);
    if (this.ready?.built.of === of) return this.ready.built;
    const words = new Map(stored.map(({ playbookId, words }) => [playbookId, words]));
    const index = buildSearchIndex(
      [...current.values()].map(({ content }) => content),
      words,
    );
    return { of, engine: createSearchEngine(index), served: servedJson(index) };
  }
}

function servedJson(content: object): ServedJson {
  const json = JSON.stringify(content);
  return { json, gzip: gzipSync(json), tag: createHash('sha256').update(json).digest('base64url') };
}
