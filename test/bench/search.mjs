import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { project } from '../../apps/standalone/setup/project.mjs';

const rounds = 20;

/** How long a question takes in the search, and in a mere filter by substrings of the same names. */
export async function bench() {
  const { createSearchEngine, searchPlaybooks } = await built('domain/search/index.js');
  const { index, built: builtIn } = await buildIndex();
  const questions = readQuestions();
  const made = measure(() => createSearchEngine(index));
  const engine = made.result;
  const filter = substringFilter(index);
  for (const question of questions) [searchPlaybooks(engine, question), filter(question)]; // warm
  const times = { search: [], filter: [] };
  for (let round = 0; round < rounds; round++) {
    for (const question of questions) {
      times.search.push(measure(() => searchPlaybooks(engine, question)).ms);
      times.filter.push(measure(() => filter(question)).ms);
    }
  }
  const bytes = gzipSync(JSON.stringify(index)).length;
  console.log(`${index.playbooks.length} playbooks, ${questions.length} questions, each ${rounds} times`);
  console.log(
    `  index ${(bytes / 1000).toFixed(1)} kB gzip (at most 60), built in ${builtIn.toFixed(0)} ms by the server,`,
  );
  console.log(`  made ready in ${made.ms.toFixed(0)} ms, once`);
  console.log(`              median ms   p99 ms`);
  const [searched, filtered] = [spread(times.search), spread(times.filter)];
  console.log(
    `  search      ${searched.median.toFixed(3).padStart(9)}${searched.p99.toFixed(2).padStart(9)}   (at most 50)`,
  );
  console.log(`  substrings  ${filtered.median.toFixed(3).padStart(9)}${filtered.p99.toFixed(2).padStart(9)}`);
  console.log(`  search : substrings = ${(searched.median / filtered.median).toFixed(1)} : 1`);
  return searched.p99 <= 50 ? 0 : 1;
}

const built = (path) => import(pathToFileURL(join(project, 'dist/libs', path)).href);

async function buildIndex() {
  const { checkHandbook } = await built('domain/check/index.js');
  const { buildSearchIndex } = await built('playbooks/search-index.js');
  const folder = join(project, 'playbooks');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const { playbooks, words } = checkHandbook(
    names.map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') })),
  );
  const { result, ms } = measure(() =>
    buildSearchIndex(
      playbooks.map(({ playbook }) => playbook),
      words,
    ),
  );
  return { index: result, built: ms };
}

/** Those of the tables in `test/search`. */
function readQuestions() {
  const folder = join(project, 'test/search');
  const tables = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return tables.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t')[0]),
  );
}

/** What a page does that has no search: every name that holds what was typed. */
function substringFilter({ playbooks }) {
  const names = playbooks.map(({ id, names, words }) => ({
    id,
    texts: [names, words].flatMap(({ zh, en }) => [...zh, ...en.map((text) => text.toLowerCase())]),
  }));
  return (question) => {
    const typed = question.toLowerCase();
    return names.filter(({ texts }) => texts.some((text) => text.includes(typed))).map(({ id }) => id);
  };
}

function measure(work) {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

function spread(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.ceil(sorted.length * share) - 1];
  return { median: at(0.5), p99: at(0.99) };
}
