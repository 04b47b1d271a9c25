import { HttpException, HttpStatus } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { languageOf, problemOf, sendProblem } from './problem.filter';

/** No path of ours is nearly so long; further on, whoever looks for a file of that name trips over it. */
const longestPath = 2_000;

/** Answers 414 to a path that is too long, before anything else reads it. */
export function refuseLongAddresses(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { length } = request.url.split('?', 1)[0] ?? '';
    if (length <= longestPath) done();
    else sendProblem(reply, problemOf(new HttpException('', HttpStatus.URI_TOO_LONG)), languageOf(request));
  });
}
