import type { Query } from 'minisearch';
import type { Way } from './names';
import { queryTokens } from './query-tokens';
import { type Field, type SearchEngine, split } from './search-engine';
import type { Weighted } from './token';
import { weights } from './weights';

/** One playbook that was found. */
export type Hit = {
  readonly id: string;
  /** Comparable only with the other hits of the same question. */
  readonly score: number;
  /** False when only scraps of the question were met: no answer, but perhaps a suggestion. */
  readonly sure: boolean;
  /** The tokens that were met, for `foundBy`. */
  readonly matched: readonly string[];
};

/**
 * The playbooks a question may mean, the likeliest first; none for a blank one. Chinese (also with wrong characters of
 * the same sound, or traditional ones), pinyin, initials and English, mixed as one likes; a number is that playbook's.
 */
export function searchPlaybooks(engine: SearchEngine, query: string): Hit[] {
  const numbered = engine.byNumber.get(
    query
      .normalize('NFKC')
      .trim()
      .replace(/^(?:预案|playbook)\s*/i, ''),
  );
  if (numbered !== undefined) return [{ id: numbered, score: 1, sure: true, matched: [] }];
  const tokens = queryTokens(query, engine);
  const words = new Set(Object.values(tokens).flatMap(wholeWords));
  return engine.documents
    .search(queryOf(tokens), { bm25: weights.bm25, tokenize: split })
    .map(({ id, score, queryTerms, match }) => ({
      id: String(id),
      // MiniSearch multiplies by how many terms were met; as ours overlap, that would count everything twice.
      score: score / queryTerms.length,
      sure: queryTerms.some((token) => words.has(token)) || count(queryTerms, tokens.initials) > 1,
      matched: Object.keys(match),
    }))
    .sort((a, b) => b.score - a.score);
}

function queryOf(tokens: Readonly<Record<Way, Weighted>>): Query {
  return {
    combineWith: 'OR',
    queries: [
      look(tokens.whole, ['whole']),
      look(tokens.hanzi, ['hanzi', 'mentionedHanzi']),
      look(tokens.pinyin, ['pinyin']),
      look(tokens.initials, ['initials']),
      look(tokens.english, ['english', 'mentionedEnglish']),
    ],
  };
}

const look = (tokens: Weighted, fields: Field[]): Query => ({
  combineWith: 'OR',
  queries: [[...tokens.keys()].join(' ')],
  fields,
  boost: weights.field,
  boostTerm: (token) => tokens.get(token) ?? 0,
});

const count = (met: readonly string[], tokens: Weighted): number => met.filter((token) => tokens.has(token)).length;

const wholeWords = (tokens: Weighted): string[] =>
  [...tokens].filter(([, weight]) => weight >= weights.guessed).map(([token]) => token);
