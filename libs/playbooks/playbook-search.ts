import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createSearchEngine, type SearchEngine, searchPlaybooks } from '@zenmeban/domain/search';
import { Injectable } from '@nestjs/common';
import { Playbooks, type StoredPlaybook } from './playbooks';
import { buildSearchIndex } from './search-index';

/** A text of JSON as it is sent, also zipped; `tag` changes with it. */
export type ServedJson = { readonly json: string; readonly gzip: Buffer; readonly tag: string };

/** What was found, the likeliest first. */
export type FoundPlaybook = { readonly stored: StoredPlaybook; readonly score: number };

type Built = { readonly of: string; readonly engine: SearchEngine; readonly served: ServedJson };

/** The index of the current versions, built once for each set of them. */
@Injectable()
export class PlaybookSearch {
  private built: Built | null = null;

  constructor(private readonly playbooks: Playbooks) {}

  async find(query: string): Promise<FoundPlaybook[]> {
    const current = await this.playbooks.current();
    const { engine } = this.builtFor(current);
    return searchPlaybooks(engine, query).flatMap(({ id, score }) => {
      const stored = current.get(id);
      return stored ? [{ stored, score }] : [];
    });
  }

  /** The index for the web app, which then searches without us. */
  async index(): Promise<ServedJson> {
    return this.builtFor(await this.playbooks.current()).served;
  }

  private builtFor(current: ReadonlyMap<string, StoredPlaybook>): Built {
    const of = [...current.values()].map(({ versionId }) => versionId).join(' ');
    if (this.built?.of !== of) {
      const index = buildSearchIndex([...current.values()].map(({ content }) => content));
      this.built = { of, engine: createSearchEngine(index), served: servedJson(index) };
    }
    return this.built;
  }
}

function servedJson(content: object): ServedJson {
  const json = JSON.stringify(content);
  return { json, gzip: gzipSync(json), tag: createHash('sha256').update(json).digest('base64url') };
}
