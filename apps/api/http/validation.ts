import { DomainError, type FieldProblem, type Localized } from '@zenmeban/domain/engine';
import { StandardSchemaValidationPipe } from '@nestjs/common';

type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly params?: { readonly code?: string; readonly max?: number };
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
};

/** Checks bodies, queries and parameters against the contract's schemas; reports every invalid field at once. */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new DomainError('invalid', 'validation.failed', summary, issues.flatMap(fieldsOf)),
  });

const summary: Localized = {
  zh: '有内容需要更正，请看各项说明。',
  en: 'Some fields need correcting; see each of them.',
};

function fieldsOf(issue: Issue): FieldProblem[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) =>
      field(path ? `${path}.${key}` : key, 'unknown', '没有这个字段。', 'There is no such field.'),
    );
  }
  return [fieldOf(path, issue)];
}

function fieldOf(path: string, issue: Issue): FieldProblem {
  const custom = issue.params?.code;
  if (custom === 'too_long') return tooLong(path, issue.params?.max);
  if (custom === 'empty') return field(path, 'empty', '请填写内容。', 'Please write something.');
  if (custom === 'nul' || custom === 'lone_surrogate')
    return field(path, custom, '含有无法保存的字符。', 'It contains a character that cannot be stored.');
  if (issue.code === 'too_big' && typeof issue.maximum === 'number') return tooLong(path, issue.maximum);
  if (issue.code === 'invalid_value')
    return field(path, 'not_an_option', `只能是：${options(issue)}。`, `It must be one of: ${options(issue)}.`);
  if (issue.code === 'invalid_type')
    return field(
      path,
      'wrong_type',
      `应为 ${issue.expected ?? ''} 类型。`,
      `It must be of type ${issue.expected ?? ''}.`,
    );
  if (issue.code === 'invalid_format')
    return field(path, 'wrong_form', '格式不正确。', 'It does not have the right form.');
  return field(path, issue.code ?? 'invalid', '内容不正确。', 'It is not valid.');
}

const options = (issue: Issue) => (issue.values ?? []).map(String).join(', ');
const tooLong = (path: string, max = 0) => field(path, 'too_long', `最多 ${max}。`, `At most ${max}.`);
const field = (path: string, code: string, zh: string, en: string): FieldProblem => ({
  path,
  code,
  message: { zh, en },
});
