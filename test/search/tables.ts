import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkHandbook } from '@zenmeban/domain/check';
import { createSearchEngine, searchPlaybooks } from '@zenmeban/domain/search';
import { buildSearchIndex } from '@zenmeban/playbooks';

const folder = join(import.meta.dirname, '../../playbooks');
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const handbook = checkHandbook(names.map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') })));

/** Of the playbooks of this repository, as the server builds it. */
export const index = buildSearchIndex(
  handbook.playbooks.map(({ playbook }) => playbook),
  handbook.words,
);

const engine = createSearchEngine(index);
const numbers = new Map(index.playbooks.map(({ id, number }) => [id, number]));

/** The numbers of the playbooks found for a question, the likeliest first. */
export const found = (query: string): number[] =>
  searchPlaybooks(engine, query).flatMap(({ id }) => numbers.get(id) ?? []);

/** What people type, and the playbooks that are right for it. */
export function readTable(name: string): { readonly query: string; readonly right: readonly number[] }[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => {
    const [query = '', right = ''] = line.split('\t');
    return { query, right: right.split('|').map(Number) };
  });
}
