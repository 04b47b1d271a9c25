import { DomainError } from '@zenmeban/domain/engine';
import type { FastifyInstance } from 'fastify';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Largest file of shifts or visitors. */
const fileLimit = 2 * 1024 * 1024;

/** Whether a route reads spreadsheets; every other one reads JSON alone. */
export const takesFiles = (route: string | undefined): boolean => /\/(roster|visitors)\/import$/.test(route ?? '');

/**
 * Spreadsheets arrive as they are. Like JSON, these are types that a form of another site cannot send without asking
 * first.
 */
export function readFileBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser<Buffer>(
    [workbookType, 'text/csv'],
    { parseAs: 'buffer', bodyLimit: fileLimit },
    (_request, body, done) => {
      done(null, body);
    },
  );
}

/** A route that reads a spreadsheet was sent none. */
export const noFile = () =>
  new DomainError('invalid', 'import.no_file', {
    zh: '请上传 .xlsx 或 .csv 文件。',
    en: 'Send an .xlsx or .csv file.',
  });
