import { CONFIG, type Config } from '@zenmeban/config';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { queueBackend, type QueueBackend, type WakeUpQueue } from './backend';
import { type Job, type QueueName, queueNames, queueOf } from './jobs';

/** The producing side: hands jobs to BullMQ as early wake-ups. Losing one loses nothing: the sweepers look too. */
@Injectable()
export class JobQueues implements OnApplicationShutdown {
  private readonly logger = new Logger('Queue');
  private readonly backend: QueueBackend;
  private readonly queues: ReadonlyMap<QueueName, WakeUpQueue>;
  private lastError = '';

  constructor(@Inject(CONFIG) config: Config) {
    this.backend = queueBackend(config);
    this.queues = new Map(queueNames.map((name) => [name, this.open(name)]));
  }

  get kind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  /**
   * Adds a job under an id of ours (no `:`, not only digits; a repeated id is ignored by BullMQ) that runs after
   * `delayMs`, or as soon as those of a smaller `priority` (from 1) have begun.
   * Throws when the queue's store does not answer within about a second.
   */
  async add(job: Job, jobId: string, when: { delayMs: number } | { priority: number }): Promise<void> {
    const added = this.queue(queueOf[job.name]).add(job.name, job.data, {
      jobId,
      ...('delayMs' in when ? { delay: Math.max(0, Math.ceil(when.delayMs)) } : { priority: when.priority }),
      removeOnComplete: true,
      removeOnFail: true,
    });
    await withinPatience(added);
  }

  /** What is wrong with the store of the queues; null when nothing is. */
  problem(): Promise<string | null> {
    return this.backend.problem();
  }

  /** For stories, whose clock is pushed: makes every delayed job due. */
  async promoteAll(): Promise<void> {
    for (const queue of this.queues.values()) await queue.promoteJobs();
  }

  /** The queues themselves, for a dashboard. */
  all(): readonly Queue[] {
    return [...this.queues.values()] as unknown as Queue[];
  }

  /** How many jobs lie in each queue. Throws when the store does not answer within about a second. */
  async counts(): Promise<{ name: QueueName; waiting: number; delayed: number; active: number; failed: number }[]> {
    return Promise.all(
      [...this.queues].map(async ([name, queue]) => {
        const counts = await withinPatience(
          queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed'),
        );
        const of = (state: string) => counts[state] ?? 0;
        return {
          ...{ name, waiting: of('waiting') + of('prioritized'), delayed: of('delayed') },
          ...{ active: of('active'), failed: of('failed') },
        };
      }),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.backend.giveUp();
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  private queue(name: QueueName): WakeUpQueue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`no queue named ${name}`);
    return queue;
  }

  private open(name: QueueName): WakeUpQueue {
    const queue = this.backend.queue(name);
    queue.on('error', (error) => {
      if (error.message !== this.lastError) this.logger.warn(`${name}: ${error.message}`);
      this.lastError = error.message;
    });
    return queue;
  }
}

/** A store that was never reached makes `add` wait for it; nobody here may wait longer than this. */
const patienceMs = 1_000;

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let deadline: NodeJS.Timeout | undefined;
  const outOfPatience = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => {
      reject(new Error(`the queue did not answer within ${patienceMs} ms`));
    }, patienceMs);
  });
  try {
    return await Promise.race([work, outOfPatience]);
  } finally {
    clearTimeout(deadline);
  }
}
