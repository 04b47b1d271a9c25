import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** No body of ours nests deeper than three; far beyond that, whoever walks it runs out of stack. */
const deepest = 20;

/**
 * The one way a body is read: JSON in UTF-8, nothing else. Bytes in another encoding are refused, not replaced: what
 * a person wrote would be stored as question marks.
 */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  fastify.removeContentTypeParser(['text/plain', 'application/json']);
  fastify.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      const text = decoder.decode(body);
      if (isTooDeep(text)) throw new BadRequestException();
      void parse(request, text, done);
    } catch {
      done(new BadRequestException());
    }
  });
}

/** Counts brackets outside of strings, in one pass: a pattern for strings would take quadratic time on open ones. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const mark = json[at];
    if (quoted && mark === '\\') at += 1;
    else if (mark === '"') quoted = !quoted;
    else if (!quoted && (mark === '[' || mark === '{')) depth += 1;
    else if (!quoted && (mark === ']' || mark === '}')) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
