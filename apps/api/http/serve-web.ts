import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOf, problemOf, sendProblem } from './problem.filter';
import { NotFoundException } from '@nestjs/common';

/** Serves the built web app: hashed assets for ever, pages always fresh, every unknown page is the app's own affair. */
export async function serveWeb(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/ack', (_request, reply) => reply.sendFile('ack.html'));
  fastify.get('/*', (request, reply) => {
    if (isPage(request)) return reply.sendFile('index.html');
    sendProblem(reply, problemOf(new NotFoundException()), languageOf(request));
    return reply;
  });
}

const isPage = (request: FastifyRequest) =>
  request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
