import type { PlaybookSummary } from '../../lib/types';

/**
 * The playbooks whose title, summary or search words hold every word of `typed`, in either language; those that match
 * in the title or a search word's beginning come first, otherwise in the order given.
 */
export function findPlaybooks(playbooks: readonly PlaybookSummary[], typed: string): PlaybookSummary[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...playbooks];
  return playbooks
    .map((playbook) => ({ playbook, rank: Math.min(...words.map((word) => rankOf(playbook, word))) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ playbook }) => playbook);
}

/** 3: a name begins with it; 2: a name holds it, or it holds a search word (滑倒了 for 滑倒); 1: only the summary does. */
function rankOf({ number, title, summary, search }: PlaybookSummary, word: string): number {
  const keys = [...search.zh, ...search.en].map(plain);
  const names = [plain(title.zh), plain(title.en), ...keys];
  if (String(number) === word || names.some((name) => name.startsWith(word))) return 3;
  if (names.some((name) => name.includes(word)) || keys.some((key) => key.length > 1 && word.includes(key))) return 2;
  return [summary.zh, summary.en].some((text) => plain(text).includes(word)) ? 1 : 0;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
