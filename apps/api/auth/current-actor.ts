import { Sessions, type SignedIn } from '@zenmeban/identity';
import { DomainError } from '@zenmeban/domain/engine';
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { PUBLIC } from './public';

type RequestWithActor = FastifyRequest & { actor?: SignedIn };

/** Lets only signed-in, active people through, except to public routes. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const actor = await this.sessions.actorOf(headersOf(request));
    if (!actor) throw notSignedIn();
    request.actor = actor;
    return true;
  }
}

/** The signed-in person with their roles. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw notSignedIn();
  return actor;
});

/** The signed-in person of a request, if there is one. */
export const actorOf = (request: RequestWithActor): SignedIn | undefined => request.actor;

/** The headers of a request as better-auth reads them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

export const notSignedIn = () =>
  new DomainError('unauthenticated', 'session.missing', { zh: '请先登录。', en: 'Please sign in first.' });
