import { Lexer } from 'yaml';
import type { Localized } from '../engine';

export const maxBytes = 256 * 1024;
export const maxLines = 10_000;
/** A rich step has about 350 lexical tokens, so this is room for 200 of them. */
export const maxTokens = 72_000;
export const maxDepth = 20;
export const maxSteps = 200;
/** Of one list or one group of fields. */
export const maxEntries = 500;
export const maxProblems = 200;

type Refusal = { readonly line: number; readonly code: string; readonly message: Localized };

/**
 * Refuses a file that would cost too much merely to parse, or was not read as the characters it was written in; looks at every character once.
 * Brackets inside texts count too: nobody nests twenty of them in a sentence.
 */
export function tooMuch(source: string): Refusal | null {
  if (source.length > maxBytes || Buffer.byteLength(source) > maxBytes) {
    return refuse(1, 'file.too_large', '文件太大，最多 256 kB。', 'The file is too large: at most 256 kB.');
  }
  const lines = source.split(/\r\n|\n|\r/);
  if (lines.length > maxLines) {
    return refuse(maxLines, 'file.too_long', `文件太长，最多 ${maxLines} 行。`, `At most ${maxLines} lines.`);
  }
  const broken = lines.findIndex((line) => line.includes('\uFFFD'));
  if (broken >= 0) {
    const en = 'These are no UTF-8 characters: save the file as UTF-8 (it may have been saved as GBK or ANSI).';
    return refuse(broken + 1, 'file.not_utf8', '不是 UTF-8 文字：请另存为 UTF-8（可能存成了 GBK 或 ANSI）。', en);
  }
  const deep = tooDeepLine(lines);
  if (deep !== null) {
    const en = `Nested too deeply: at most ${maxDepth} levels.`;
    return refuse(deep, 'file.too_deep', `嵌套太深，最多 ${maxDepth} 层。`, en);
  }
  if (!hasTooManyTokens(source)) return null;
  return refuse(
    1,
    'file.too_much',
    '文件内容太多，请分成几个预案。',
    'The file holds too much; split it into several.',
  );
}

/** The first line nested too deeply (from 1), by its indentation, its leading `- `, and its open brackets. */
function tooDeepLine(lines: readonly string[]): number | null {
  const indents: number[] = [];
  let brackets = 0;
  for (const [index, line] of lines.entries()) {
    const lead = /^[ \t]*(?:[-?:][ \t]+)*/.exec(line)?.[0] ?? '';
    if (lead.length === line.length) continue;
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    const dashes = lead.replaceAll(/[ \t]/g, '').length;
    for (const letter of line) {
      if (letter === '[' || letter === '{') brackets += 1;
      if (letter === ']' || letter === '}') brackets = Math.max(0, brackets - 1);
      if (indents.length + dashes + brackets > 2 * maxDepth) return index + 1;
    }
  }
  return null;
}

function hasTooManyTokens(source: string): boolean {
  let tokens = 0;
  for (const _ of new Lexer().lex(source)) {
    tokens += 1;
    if (tokens > maxTokens) return true;
  }
  return false;
}

const refuse = (line: number, code: string, zh: string, en: string): Refusal => ({ line, code, message: { zh, en } });
