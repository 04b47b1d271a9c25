import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from './build';
import { createSearchEngine, searchPlaybooks } from '@zenmeban/domain/search';
const index = build(process.argv[3] ?? '/tmp/pb');
const json = JSON.stringify(index);
let t = performance.now();
const engine = createSearchEngine(index);
console.log('index', json.length, 'gzip', gzipSync(json).length, 'readings', gzipSync(JSON.stringify(index.readings)).length, 'build ms', (performance.now() - t).toFixed(1));
const numberOf = new Map(index.playbooks.map((p) => [p.id, p.number]));
const rows = readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean).map((l) => l.split('\t'));
let first = 0, three = 0; const times: number[] = []; 
for (const [q, n] of rows) {
  const right = n!.split('|').map(Number);
  t = performance.now();
  const hits = searchPlaybooks(engine, q!);
  times.push(performance.now() - t);
  const rank = hits.findIndex((h) => right.includes(numberOf.get(h.id)!));
  if (rank === 0) first++;
  if (rank >= 0 && rank < 3) three++;
  if (rank !== 0) console.log(rank < 0 ? 'MISS' : rank + 1, q, n, '→', hits.slice(0, 4).map((h) => `${numberOf.get(h.id)}:${h.score.toFixed(1)}`).join(' '));
}
times.sort((a, b) => a - b);
console.log(`${rows.length} first ${((100 * first) / rows.length).toFixed(1)} three ${((100 * three) / rows.length).toFixed(1)}; ms p50 ${times[times.length >> 1]!.toFixed(2)} max ${times.at(-1)!.toFixed(2)}`);
