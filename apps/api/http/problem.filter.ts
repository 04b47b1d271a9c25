import { STATUS_CODES } from 'node:http';
import { DomainError, type Fault, type FieldProblem, type Language, type Localized } from '@zenmeban/domain/engine';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { takesFiles } from './file-bodies';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

const statusOf: Readonly<Record<Fault, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

type Problem = { status: number; code: string; sentence: Localized; fields: readonly FieldProblem[] };

/** The one place where errors become HTTP: RFC 9457 problem details in the caller's language, nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const found = problemOf(error);
    const problem = found.status === 415 && takesFiles(request.routeOptions.url) ? wrongKindOfFile : found;
    if (problem.status >= 500)
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    sendProblem(http.getResponse<FastifyReply>(), problem, languageOf(request));
  }
}

/** Writes a problem as the response. */
export function sendProblem(
  reply: FastifyReply,
  { status, code, sentence, fields }: Problem,
  language: Language,
): void {
  void reply
    .status(status)
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: STATUS_CODES[status] ?? 'Error',
      status,
      code,
      detail: sentence[language],
      ...(fields.length > 0 && {
        errors: fields.map((field) => ({ path: field.path, code: field.code, message: field.message[language] })),
      }),
    });
}

/** What an error means to the caller. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    return { status: statusOf[error.fault], code: error.code, sentence: error.sentence, fields: error.fields };
  }
  if (error instanceof HttpException) return known(error.getStatus());
  const status = httpStatusOf(error);
  if (status !== null && status < 500) return known(status);
  return isUnavailable(error) ? known(503) : known(500);
}

/** The language of `Accept-Language`; Chinese unless English is asked for first. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh';
}

const sentences: Readonly<Record<number, { code: string; sentence: Localized }>> = {
  400: { code: 'request.malformed', sentence: { zh: '请求内容无法读取。', en: 'The request could not be read.' } },
  404: { code: 'route.unknown', sentence: { zh: '没有这个地址。', en: 'There is nothing at this address.' } },
  413: {
    code: 'request.too_large',
    sentence: {
      zh: '内容过大：最多 1 MB，表格文件最多 2 MB。',
      en: 'The content is too large: at most 1 MB, a spreadsheet 2 MB.',
    },
  },
  414: { code: 'address.too_long', sentence: { zh: '这个地址太长了。', en: 'The address is too long.' } },
  415: { code: 'request.not_json', sentence: { zh: '内容必须是 JSON。', en: 'The content must be JSON.' } },
  500: {
    code: 'server.failed',
    sentence: {
      zh: '系统出错，内容未保存，请重试。',
      en: 'Something broke here. Nothing was saved; please try again.',
    },
  },
  503: {
    code: 'server.unavailable',
    sentence: {
      zh: '系统暂时不可用，内容可能没有保存，请重试；急事请直接打电话给主管。',
      en: 'The system is not available at the moment, and this may not have been saved; please try again. If it is urgent, call your supervisor.',
    },
  },
};

/** Where a file belongs, a picture has nothing to do with JSON. */
const wrongKindOfFile: Problem = {
  status: 415,
  code: 'import.wrong_kind',
  sentence: {
    zh: '这种文件读不了，请上传 .xlsx 或 .csv 文件。',
    en: 'This kind of file cannot be read; send an .xlsx or .csv file.',
  },
  fields: [],
};

function known(status: number): Problem {
  const fallback = status >= 500 ? sentences[500] : sentences[400];
  const { code, sentence } = sentences[status] ?? fallback ?? { code: 'server.failed', sentence: { zh: '', en: '' } };
  return { status, code, sentence, fields: [] };
}

function httpStatusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

/**
 * The database cannot be reached, is shutting down or starting, took longer than a statement may, or left in the middle
 * of a transaction (whose runner TypeORM then releases).
 */
function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError)
    return true;
  const code = 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|08|57|53)/.test(code) ||
    /connection (terminated|timeout)|timeout exceeded|not queryable/i.test(message)
  );
}
