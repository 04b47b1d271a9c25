import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { can, DomainError } from '@zenmeban/domain/engine';
import type { Sessions } from '@zenmeban/identity';
import type { JobQueues } from '@zenmeban/queues';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headersOf, notSignedIn } from '../auth/current-actor';
import { denied } from '../routes/allowed';
import { languageOf, problemOf, sendProblem } from './problem.filter';

const prefix = '/admin/queues';

/**
 * Bull Board, read-only: the queue is an alarm clock whose jobs the product makes and drops by itself, and a job that
 * somebody repeats or removes by hand changes nothing but the clock. For administrators; their session is looked up
 * with every request.
 */
export async function mountQueueBoard(fastify: FastifyInstance, queues: JobQueues, sessions: Sessions): Promise<void> {
  const board = new FastifyAdapter().setBasePath(prefix);
  createBullBoard({
    queues: queues.all().map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Zenmeban', hideRedisDetails: true } },
  });
  await fastify.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        try {
          await mayLook(request, sessions);
        } catch (error) {
          sendProblem(reply, problemOf(error), languageOf(request));
          return reply;
        }
        allowBase(reply);
        return undefined;
      });
      await scope.register(board.registerPlugin());
    },
    { prefix },
  );
}

/** Its page names its own folder in a `<base>`, which no other page of ours may. */
function allowBase(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'));
  void reply.header('content-security-policy', policy.replace(`base-uri 'none'`, `base-uri 'self'`));
}

async function mayLook(request: FastifyRequest, sessions: Sessions): Promise<void> {
  const actor = await sessions.actorOf(headersOf(request));
  if (!actor) throw notSignedIn();
  if (!can(actor, 'machinery.watch', {})) throw denied();
  if (request.method !== 'GET' && request.method !== 'HEAD') throw readOnly();
}

const readOnly = () =>
  new DomainError('forbidden', 'queues.read_only', {
    zh: '队列只能查看，不能手动更改。',
    en: 'The queues can be looked at, not changed.',
  });
