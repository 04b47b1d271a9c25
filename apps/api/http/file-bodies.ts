import type { FastifyInstance } from 'fastify';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Largest file of shifts. */
const fileLimit = 2 * 1024 * 1024;

/** Whether a route reads spreadsheets; every other one reads JSON alone. */
export const takesFiles = (route: string | undefined): boolean => route?.endsWith('/roster/import') ?? false;

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
