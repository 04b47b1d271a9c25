import type { Condition, Localized, Question } from '../engine';
import { clip, type Finding, type Path, unknownWord } from './finding';

/** The questions a condition may mention, by field name. */
export type Askable = ReadonlyMap<string, Question>;

type Reading = { readonly value: Condition; readonly findings: readonly Finding[] };

const connectives = ['all', 'any', 'not'];
export const reservedFields: readonly string[] = connectives;

/**
 * Reads a condition as an author writes it: `field: value`, `field: [values]`, `all`/`any` with lists, `not`; several
 * fields in one map must all hold. Findings name unknown questions and options.
 */
export function readCondition(given: unknown, path: Path, askable: Askable): Reading {
  if (!isMap(given) || Object.keys(given).length === 0) return wrong(path, 'condition.shape', shape);
  const parts = Object.entries(given).map(([key, value]) => readPart(key, value, [...path, key], askable));
  return { value: joined(parts), findings: parts.flatMap(({ findings }) => findings) };
}

const joined = (parts: readonly Reading[]): Condition => {
  const [first, ...rest] = parts.map(({ value }) => value);
  return first && rest.length === 0 ? first : { all: parts.map(({ value }) => value) };
};

function readPart(key: string, value: unknown, path: Path, askable: Askable): Reading {
  if (key === 'not') {
    const { value: condition, findings } = readCondition(value, path, askable);
    return { value: { not: condition }, findings };
  }
  if (key === 'all' || key === 'any') return readList(key, value, path, askable);
  const question = askable.get(key);
  if (question) return readField(key, question, value, path);
  const known = [...askable.keys(), ...connectives];
  return { value: { any: [] }, findings: [unknownWord(path, 'condition.field', key, known, aQuestion, 'key')] };
}

function readList(key: 'all' | 'any', value: unknown, path: Path, askable: Askable): Reading {
  if (!Array.isArray(value) || value.length === 0) return wrong(path, 'condition.list', list);
  const parts = value.map((part, index) => readCondition(part, [...path, index], askable));
  const conditions = parts.map(({ value }) => value);
  const findings = parts.flatMap((part) => part.findings);
  return { value: key === 'all' ? { all: conditions } : { any: conditions }, findings };
}

function readField(field: string, question: Question, value: unknown, path: Path): Reading {
  const many = Array.isArray(value);
  const given: readonly unknown[] = many ? value : [value];
  if (given.length === 0) return wrong(path, 'condition.list', list);
  const wanted: (string | boolean)[] = [];
  const findings = given.flatMap((one, index): Finding[] => {
    const read = readValue(question, one, many ? [...path, index] : path);
    if (typeof read === 'object') return [read];
    wanted.push(read);
    return [];
  });
  return { value: { field, in: wanted }, findings };
}

function readValue(question: Question, given: unknown, path: Path): string | boolean | Finding {
  if (question.type === 'yes-no') {
    if (given === true || given === 'yes') return true;
    return given === false || given === 'no' ? false : { path, code: 'condition.value', message: yesOrNo };
  }
  if (question.type !== 'one-of' && question.type !== 'many-of')
    return { path, code: 'condition.type', message: noOptions };
  const ids = question.options.map(({ id }) => id);
  const word = typeof given === 'string' ? given : clip(String(JSON.stringify(given)));
  return ids.includes(word) ? word : unknownWord(path, 'condition.option', word, ids, anOption);
}

const wrong = (path: Path, code: string, message: Localized): Reading => ({
  value: { any: [] },
  findings: [{ path, code, message }],
});

const isMap = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const aQuestion: Localized = { zh: '问题', en: 'question' };
const anOption: Localized = { zh: '选项', en: 'option' };
const shape: Localized = {
  zh: '条件写作“问题: 选项”，或用 all、any、not。',
  en: 'Write a condition as "question: option", or with all, any, not.',
};
const list: Localized = { zh: '这里需要一个不空的列表。', en: 'This needs a list with at least one entry.' };
const yesOrNo: Localized = { zh: '这是是非题，写 yes 或 no。', en: 'This question is answered by yes or no.' };
const noOptions: Localized = {
  zh: '条件只能看有选项的问题（one-of、many-of、yes-no）。',
  en: 'Only questions with options (one-of, many-of, yes-no) can decide.',
};
