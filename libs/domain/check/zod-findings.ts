import { z } from 'zod';
import type { Localized } from '../engine';
import { clip, type Finding, type Path, unknownWord } from './finding';
import { maxProblems } from './limits';
import { questionTypes } from './schema';

/** Checks `data` against a schema; every issue becomes one finding with a sentence an author understands. */
export function checkShape<T extends z.ZodType>(
  schema: T,
  data: unknown,
): { readonly value?: z.output<T>; readonly findings: Finding[] } {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { value: result.data, findings: [] };
  const issues = result.error.issues.slice(0, maxProblems);
  return { findings: issues.flatMap((issue) => findingsOf(issue, schema)).slice(0, maxProblems) };
}

type Issue = z.core.$ZodIssue;

function findingsOf(issue: Issue, schema: z.ZodType): Finding[] {
  const path: Path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path);
    return issue.keys
      .slice(0, maxProblems)
      .map((key) => unknownWord([...path, key], 'field.unknown', key, known, aField, 'key'));
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    return [unknownWord(path, 'value.unknown', issue.input, issue.values.map(String), aValue)];
  }
  if (issue.code === 'invalid_union') return findingsOfUnion(issue, path);
  return [{ path, ...wording(issue) }];
}

/** Of the ways in which a value may be written, the one its author chose: what is wrong with that one. */
function findingsOfUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path): Finding[] {
  const chosen = issue.errors.find((issues) => !issues.some(isOtherForm));
  if (!chosen) return [{ path, code: 'value.form', message: sentences['form'] ?? other(issue) }];
  return chosen.flatMap((inner) => findingsOf({ ...inner, path: [...issue.path, ...inner.path] }, anything));
}

const isOtherForm = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
const anything = z.unknown();

function wording(issue: Issue): { code: string; message: Localized } {
  if (issue.input === undefined && issue.code !== 'custom') return { code: 'field.missing', message: missing(issue) };
  if (issue.code === 'invalid_type') return { code: 'value.type', message: wrongType(issue.expected) };
  if (issue.code === 'custom') {
    const code = String(issue.params?.['code']);
    return { code: `value.${code}`, message: sentences[code] ?? other(issue) };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') return { code: 'value.size', message: size(issue) };
  if (issue.code === 'invalid_format') return { code: 'value.name', message: name(String(issue.input)) };
  return { code: 'value.invalid', message: other(issue) };
}

/** The fields a strict object knows, found by walking the schema along `path`. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const part of [...path, null]) {
    while (at instanceof z.ZodOptional || at instanceof z.ZodPipe) at = at instanceof z.ZodPipe ? at.out : at.unwrap();
    if (part === null) break;
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else if (at instanceof z.ZodObject) at = at.shape[String(part)];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

const aField: Localized = { zh: '字段', en: 'field' };
const aValue: Localized = { zh: '取值', en: 'value' };

function missing({ path }: Issue): Localized {
  const field = String(path.at(-1) ?? '');
  if (field === 'zh') return { zh: '缺少中文。', en: 'The Chinese text is missing.' };
  if (field === 'en') return { zh: '缺少英文。', en: 'The English text is missing.' };
  return { zh: `缺少“${field}”。`, en: `"${field}" is missing.` };
}

function wrongType(expected: string): Localized {
  const names: Readonly<Record<string, Localized>> = {
    string: { zh: '文字（数字也请加引号）', en: 'a text (put figures in quotes)' },
    boolean: { zh: 'true 或 false', en: 'true or false' },
    number: { zh: '数字', en: 'a number' },
    int: { zh: '整数', en: 'a whole number' },
    array: { zh: '列表', en: 'a list' },
    object: { zh: '一组字段', en: 'a group of fields' },
    record: { zh: '一组字段', en: 'a group of fields' },
  };
  const wanted = names[expected] ?? { zh: expected, en: expected };
  return { zh: `这里应是${wanted.zh}。`, en: `This must be ${wanted.en}.` };
}

function size(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Localized {
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const limit =
    issue.code === 'too_small'
      ? { zh: `至少 ${bound}`, en: `at least ${bound}` }
      : { zh: `最多 ${bound}`, en: `at most ${bound}` };
  if (issue.origin === 'array') return { zh: `列表${limit.zh} 项。`, en: `This list needs ${limit.en} entries.` };
  if (issue.origin === 'string') return { zh: `文字${limit.zh} 个字。`, en: `This text needs ${limit.en} characters.` };
  return { zh: `数值${limit.zh}。`, en: `This number must be ${limit.en}.` };
}

const name = (given: string): Localized => ({
  zh: `名称“${clip(given)}”只能用小写字母和数字，单词之间用连字符。`,
  en: `A name like "${clip(given)}" must be lower-case words joined by hyphens.`,
});

const other = (issue: Issue): Localized => ({
  zh: `取值不对：${issue.message}`,
  en: `This value is wrong: ${issue.message}`,
});

const sentences: Readonly<Record<string, Localized>> = {
  text: {
    zh: '文字不能为空，不能超过 1000 字，不能含残缺字符。',
    en: 'A text may not be empty, longer than 1,000 characters or hold broken characters.',
  },
  duration: {
    zh: '时限写作 30s、5m、2h 或 1d，在 10 秒到 30 天之间。',
    en: 'Write a time as 30s, 5m, 2h or 1d, between 10 seconds and 30 days.',
  },
  options: { zh: '需要 2 到 30 个选项。', en: 'Between 2 and 30 options are needed.' },
  form: {
    zh: '这里的写法不对；请看 README 里的例子。',
    en: 'This is not written in a form known here; see the example in the README.',
  },
  range: { zh: 'min 应小于 max。', en: 'min must be less than max.' },
  'question-type': {
    zh: `每个问题恰好写一种：${questionTypes.join('、')}。`,
    en: `A question has exactly one of: ${questionTypes.join(', ')}.`,
  },
  target: {
    zh: '恰好写一种：on-duty、role、person 或 level-above: true。',
    en: 'Give exactly one of on-duty, role, person and level-above: true.',
  },
  address: { zh: 'person 写一个人的邮箱。', en: "Write a person's e-mail address." },
  percent: { zh: '写作 1% 到 99%。', en: 'Write a percentage from 1% to 99%.' },
  'at-most-600': { zh: '最多 10m。', en: 'At most 10m.' },
  'at-most-86400': { zh: '最多 1d。', en: 'At most 1d.' },
};
