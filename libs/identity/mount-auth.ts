import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Auth } from './auth';
import { clientAddressHeader } from './auth-plugin';
import { authProblem } from './auth-problem';

/** The only paths of better-auth that this product opens. */
const doors = {
  GET: ['/get-session', '/list-sessions'],
  POST: [
    '/sign-in/email',
    '/sign-out',
    '/request-password-reset',
    '/reset-password',
    '/change-password',
    '/revoke-session',
    '/revoke-other-sessions',
  ],
} as const;

const largestBody = 16 * 1024;

/**
 * Answers `/api/auth/*` on this server, before or beside Nest's routes, until the application starts to listen.
 * Errors are problem details; a path that is not a door is 404.
 */
export async function mountAuth(fastify: FastifyInstance, auth: Auth): Promise<void> {
  await fastify.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: largestBody }, (_request, body, parsed) =>
      parsed(null, body),
    );
    scope.setErrorHandler(async (error: { statusCode?: number }, request, reply) => {
      const status = error.statusCode === 413 ? 413 : 503;
      await refuse(request, reply, status, status === 413 ? 'BODY_TOO_LARGE' : '');
    });
    for (const path of doors.GET) scope.get(`/api/auth${path}`, (request, reply) => pass(auth, request, reply));
    for (const path of doors.POST) scope.post(`/api/auth${path}`, (request, reply) => pass(auth, request, reply));
    scope.all('/api/auth/*', (request, reply) => refuse(request, reply, 404, ''));
    done();
  });
}

async function pass(auth: Auth, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const text = typeof request.body === 'string' ? request.body : '';
  const posts = request.method === 'POST';
  /* A foreign page can send a form or plain text without being asked; JSON it cannot. */
  const isJson = request.headers['content-type']?.toLowerCase().startsWith('application/json') ?? text === '';
  if (posts && !isJson) return refuse(request, reply, 415, '');
  if (posts && !isStorableObject(text)) return refuse(request, reply, 400, 'MALFORMED_BODY');
  const headers = fromNodeHeaders(request.headers);
  headers.set(clientAddressHeader, request.ip);
  headers.delete('content-length');
  if (posts) headers.set('content-type', 'application/json');
  const url = new URL(request.url, auth.options.baseURL);
  const response = await auth.handler(
    new Request(url, { method: request.method, headers, ...(posts ? { body: text.trim() === '' ? '{}' : text } : {}) }),
  );
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) void reply.header('set-cookie', cookies);
  const retryAfter = response.headers.get('retry-after');
  if (retryAfter) void reply.header('retry-after', retryAfter);
  void reply.header('cache-control', 'no-store');
  const body = await response.text();
  if (response.status >= 400)
    return refuse(request, reply, response.status >= 500 ? 503 : response.status, codeIn(body));
  return reply.status(response.status).type('application/json; charset=utf-8').send(body);
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, key: string): FastifyReply {
  const problem = authProblem(status, key, request.headers['accept-language']);
  return reply.status(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** A JSON object whose texts Postgres can be asked about: NUL it refuses. */
function isStorableObject(text: string): boolean {
  if (text.trim() === '') return true;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return !Object.values(value).some((one) => typeof one === 'string' && one.includes('\0'));
  } catch {
    return false;
  }
}

function codeIn(body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    const code = value && typeof value === 'object' && 'code' in value ? value.code : '';
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}
