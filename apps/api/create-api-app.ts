import { join } from 'node:path';
import helmet from '@fastify/helmet';
import { CONFIG, type Config } from '@zenmeban/config';
import { AUTH, type Auth, mountAuth, Sessions } from '@zenmeban/identity';
import { JobQueues } from '@zenmeban/queues';
import { type DynamicModule, type LogLevel, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileBodies } from './http/file-bodies';
import { readJsonBodies } from './http/json-body';
import { refuseLongAddresses } from './http/long-addresses';
import { languageOf, problemOf, sendProblem } from './http/problem.filter';
import { mountQueueBoard } from './http/queue-board';
import { serveWeb } from './http/serve-web';
import { mountOpenApi } from './openapi';

/** Largest request body. */
const bodyLimit = 1024 * 1024;

/**
 * An HTTP application around `root` (the api alone, or the standalone composition), ready to `listen`.
 * @param webFolder the built web app; without it only the API is served
 */
export async function createApiApp(
  root: Type | DynamicModule,
  options: { logLevels: LogLevel[]; webFolder?: string },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    ...{ bodyLimit, trustProxy: 'loopback', routerOptions: { maxParamLength: 500 } },
    /* What the router itself refuses, such as an address that is no text, never comes to the filter. */
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, problemOf(error), languageOf(request)),
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: options.logLevels,
    abortOnError: false,
    /* JSON is the only thing a write may send: a form of another site cannot. */
    bodyParser: false,
  });
  const config = app.get<Config>(CONFIG);
  const fastify = app.getHttpAdapter().getInstance();
  readJsonBodies(fastify);
  readFileBodies(fastify);
  await fastify.register(helmet, security(config));
  refuseLongAddresses(fastify);
  await mountAuth(fastify, app.get<Auth>(AUTH));
  await mountQueueBoard(fastify, app.get(JobQueues), app.get(Sessions));
  mountOpenApi(app);
  if (options.webFolder !== undefined) await serveWeb(fastify, options.webFolder);
  app.enableShutdownHooks([]);
  await app.init();
  return app;
}

/** Where the build puts the web app. */
export const builtWebFolder = join(import.meta.dirname, '../../web');

function security(config: Config) {
  const https = config.publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        /* Mantine sets CSS variables in style elements and attributes. */
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'frame-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'object-src': ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginEmbedderPolicy: false,
  };
}
