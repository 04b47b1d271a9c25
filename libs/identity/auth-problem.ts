import type { Localized } from '@zenmeban/domain/engine';
import { passwordSentences } from './people';

/** RFC 9457 problem details as every other route gives them. */
export type AuthProblem = { type: string; title: string; status: number; code: string; detail: string };

const sentences: Readonly<Record<string, Localized & { code: string }>> = {
  INVALID_EMAIL_OR_PASSWORD: {
    code: 'auth.wrong_credentials',
    zh: '邮箱或密码不正确。',
    en: 'The e-mail address or the password is not right.',
  },
  TOO_MANY_TRIES: {
    code: 'auth.too_many_tries',
    zh: '尝试次数过多，请稍后再试，或通过“忘记密码”重设。',
    en: 'Too many tries. Wait a few minutes and try again.',
  },
  INVALID_EMAIL: {
    code: 'auth.invalid_email',
    zh: '请输入有效的邮箱地址。',
    en: 'Please enter a valid e-mail address.',
  },
  VALIDATION_ERROR: {
    code: 'request.invalid',
    zh: '请填写所有必填项。',
    en: 'Something that is needed is missing or has the wrong form.',
  },
  INVALID_TOKEN: {
    code: 'auth.link_expired',
    zh: '链接已失效或已使用，请重新申请。',
    en: 'This link has expired or was used already. Please ask for a new one.',
  },
  INVALID_PASSWORD: {
    code: 'auth.wrong_password',
    zh: '当前密码不正确。',
    en: 'The present password is not right.',
  },
  PASSWORD_TOO_SHORT: { code: 'password.too_short', ...passwordSentences.too_short },
  PASSWORD_TOO_LONG: { code: 'password.too_long', ...passwordSentences.too_long },
  PASSWORD_TOO_COMMON: { code: 'password.too_common', ...passwordSentences.too_common },
  INVALID_ORIGIN: {
    code: 'auth.foreign_origin',
    zh: '请从系统的正式地址打开网页，再登录。',
    en: 'Please open the app at its proper address and sign in there.',
  },
  MALFORMED_BODY: { code: 'request.malformed', zh: '请求不是有效的 JSON。', en: 'The request is not valid JSON.' },
  BODY_TOO_LARGE: { code: 'request.too_large', zh: '请求内容过大。', en: 'The request is too large.' },
};

const byStatus: Readonly<Record<number, Localized & { code: string }>> = {
  401: { code: 'auth.unauthenticated', zh: '请先登录。', en: 'Please sign in.' },
  403: { code: 'auth.forbidden', zh: '不允许此操作。', en: 'This is not allowed.' },
  404: { code: 'route.unknown', zh: '没有这个地址。', en: 'There is nothing at this address.' },
  415: { code: 'request.not_json', zh: '请以 JSON 格式发送。', en: 'Please send JSON.' },
  503: { code: 'server.unavailable', zh: '服务暂时不可用，请稍后再试。', en: 'Not available now. Please try again.' },
};

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/**
 * @param key better-auth's code, or one of ours above
 * @param acceptLanguage the caller's header; Chinese unless English comes first
 */
export function authProblem(status: number, key: string, acceptLanguage: string | undefined): AuthProblem {
  const known = sentences[key] ??
    byStatus[status] ?? { code: 'request.invalid', zh: '请求无效。', en: 'The request is not valid.' };
  const language = acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh';
  return { type: 'about:blank', title: titles[status] ?? 'Error', status, code: known.code, detail: known[language] };
}
