import { DomainError, type FieldProblem, type Localized } from '@zenmeban/domain/engine';

/** Figures that cannot be, each by its path. */
export const badFigures = (problems: readonly FieldProblem[]) =>
  new DomainError(
    'invalid',
    'visitors.bad_figures',
    { zh: '有些人数或日期不正确，什么都没有保存。', en: 'Some days or figures cannot be; nothing was saved.' },
    problems,
  );

/** The same day twice in one request: which of the two is meant? */
export const sameDayTwice = (path: string): FieldProblem => ({
  path,
  code: 'twice',
  message: { zh: '同一天出现了两次，请保留一个。', en: 'This day is there twice; keep one.' },
});

export const spanBackwards = () =>
  span({ zh: '结束日期不能早于开始日期。', en: 'The last day must not be before the first.' });

export const spanTooLong = (mostDays: number) =>
  span({ zh: `一次最多查看 ${mostDays} 天。`, en: `Ask for at most ${mostDays} days at a time.` });

export const spanOutside = ({ first, last }: { first: string; last: string }) =>
  span({ zh: `只能查看 ${first} 至 ${last}。`, en: `Figures can be looked at from ${first} to ${last}.` });

function span(message: Localized): DomainError {
  return new DomainError('invalid', 'visitors.span', message, [{ path: 'to', code: 'span', message }]);
}

/** Also for one that was replaced or ended. */
export const unknownCounter = () =>
  new DomainError('unauthenticated', 'counter.unknown_token', {
    zh: '没有这个客流计数器密钥，或已被停用、更换。请经理在“来访人数”页面重新生成。',
    en: 'This counter token is not known, or was replaced or ended. A manager makes a new one on the page of visitors.',
  });
