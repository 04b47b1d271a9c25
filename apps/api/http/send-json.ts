import type { ServedJson } from '@zenmeban/playbooks';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends a prepared JSON text: zipped to whoever reads that, and not at all (304) to whoever has it already. */
export function sendJson(request: FastifyRequest, reply: FastifyReply, { json, gzip, tag }: ServedJson): void {
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const etag = zipped ? `"${tag}.gzip"` : `"${tag}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' });
  if (hasAlready(request.headers['if-none-match'], etag)) {
    void reply.status(304).send();
    return;
  }
  if (zipped) void reply.header('content-encoding', 'gzip');
  void reply.type('application/json; charset=utf-8').send(zipped ? gzip : json);
}

/** Whether an `If-None-Match` names this tag. */
export const hasAlready = (known: string | undefined, etag: string): boolean =>
  (known ?? '').split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));
