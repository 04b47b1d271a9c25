import { createHash } from 'node:crypto';
import { Database } from '@zenmeban/database';
import { DomainError } from '@zenmeban/domain/engine';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actorOf } from '../auth/current-actor';

type Stored = { route: string; body_hash: string; status: number; response: unknown };

const EACH_TIME = Symbol('EACH_TIME');

/** A route that acts each time it is asked, outside of any transaction, because it waits for somebody else's server. */
export const EachTime = () => SetMetadata(EACH_TIME, true);

/**
 * A write with an `Idempotency-Key` has one effect however often it arrives: the key is claimed, the effect done and
 * the response kept in one transaction. A second request at the same time waits for the first and gets its response.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const actor = actorOf(request);
    if (request.method === 'GET' || key === undefined || !actor) return next.handle();
    if (this.reflector.get<boolean | undefined>(EACH_TIME, context.getHandler())) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) throw malformedKey();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(actor.personId, key, request, reply, next));
  }

  private once(personId: string, key: string, request: FastifyRequest, reply: FastifyReply, next: CallHandler) {
    const route = `${request.method} ${request.url}`;
    const bodyHash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex');
    return this.database.transaction(async (tx) => {
      const claimed = await tx.query<unknown[]>(
        `INSERT INTO app.idempotency_key (person_id, key, route, body_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [personId, key, route, bodyHash],
      );
      if (claimed.length === 0) {
        const [stored] = await tx.query<Stored[]>(
          'SELECT route, body_hash, status, response FROM app.idempotency_key WHERE person_id = $1 AND key = $2',
          [personId, key],
        );
        if (!stored || stored.route !== route || stored.body_hash !== bodyHash) throw reusedKey();
        void reply.status(stored.status).header('idempotency-replayed', 'true');
        return stored.response;
      }
      const response: unknown = await lastValueFrom(next.handle());
      await tx.query('UPDATE app.idempotency_key SET status = $3, response = $4 WHERE person_id = $1 AND key = $2', [
        personId,
        key,
        reply.statusCode,
        JSON.stringify(response ?? null),
      ]);
      return response;
    });
  }
}

const malformedKey = () =>
  new DomainError('invalid', 'idempotency.malformed', {
    zh: 'Idempotency-Key 应为 8 到 200 个可见字符。',
    en: 'An Idempotency-Key has 8 to 200 visible characters.',
  });

const reusedKey = () =>
  new DomainError('invalid', 'idempotency.reused', {
    zh: '这个 Idempotency-Key 已用于另一请求，请换一个新的。',
    en: 'This Idempotency-Key was used for another request; send a new one.',
  });
