import type { FieldProblem, Localized } from '@zenmeban/domain/engine';

/** Visitors of a day; null takes a figure away. */
export type Figure = { readonly day: string; readonly visitors: number | null };

/** No venue has more in a day. */
export const mostVisitors = 1_000_000;

/** Before this nobody counted. */
export const firstDay = '2000-01-01';

/**
 * What cannot be a figure: a day to come or before 2000, less than nobody, half a person, more than a million.
 * @param path in front of `day` and `visitors`
 * @param today on the calendar of the site
 */
export function figureProblems(path: string, { day, visitors }: Figure, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const complain = (field: string, code: string, message: Localized) =>
    problems.push({ path: `${path}${field}`, code, message });
  if (day > today) complain('day', 'future', futureText);
  if (day < firstDay) complain('day', 'too_early', tooEarlyText);
  const wrong = visitors === null ? null : countProblem(visitors);
  if (wrong) complain('visitors', wrong.code, wrong.message);
  return problems;
}

function countProblem(visitors: number): Pick<FieldProblem, 'code' | 'message'> | null {
  if (visitors < 0)
    return { code: 'negative', message: { zh: '人数不能是负数。', en: 'There cannot be fewer visitors than none.' } };
  if (!Number.isInteger(visitors))
    return { code: 'not_whole', message: { zh: '人数须为整数。', en: 'Visitors are counted in whole numbers.' } };
  return visitors > mostVisitors ? { code: 'too_many', message: tooManyText } : null;
}

const futureText: Localized = {
  zh: '这一天还没到，不能填写人数。',
  en: 'This day is still to come; its visitors cannot be known yet.',
};
const tooEarlyText: Localized = {
  zh: '日期不能早于 2000 年，请检查年份。',
  en: 'The day must not be before 2000. Check the year.',
};
const tooManyText: Localized = {
  zh: '一天的人数不能超过 1,000,000。',
  en: 'A day has at most 1,000,000 visitors.',
};
