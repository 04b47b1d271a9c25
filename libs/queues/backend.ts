import { createPostgresBackend, createRedisBackend, type Processor, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import { redisProblem } from './redis-problem';

/** Where BullMQ keeps its jobs: Redis when `redisUrl` is given, its own schema in Postgres when not. */
export type QueueConnection = { readonly databaseUrl: string; readonly redisUrl: string | null };

/** The two things we use of a BullMQ queue and worker, whatever their backend. */
export type WakeUpQueue = {
  add(name: string, data: unknown, options: JobOptions): Promise<unknown>;
  promoteJobs(): Promise<void>;
  getJobCounts(...states: string[]): Promise<Record<string, number>>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
};
export type WakeUpWorker = {
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
};
export type JobOptions = {
  jobId: string;
  delay?: number;
  priority?: number;
  removeOnComplete: true;
  removeOnFail: true;
};

export type QueueBackend = {
  readonly kind: 'redis' | 'postgres';
  queue(name: string): WakeUpQueue;
  /** @param concurrency how many jobs at once */
  worker(
    name: string,
    concurrency: number,
    process: (job: { name: string; data: unknown }) => Promise<void>,
  ): WakeUpWorker;
  /** What is wrong with the store, in a few words; null when nothing is. Answers within about 2 s. */
  problem(): Promise<string | null>;
  /** No more attempts to reach a store that is away, so that closing ends. */
  giveUp(): void;
  /** Closes what queues and workers share, after them. */
  close(): Promise<void>;
};

/** A dead socket is noticed within 10 s, a crashed worker's job is taken over within 15 s (reliability §2.8). */
const workerTiming = { lockDuration: 10_000, stalledInterval: 5_000 };

/** Whoever hands on a wake-up never waits longer; a connection on which nothing came back for twice that is dead. */
const patience = { commandTimeout: 1_000, socketTimeout: 2_000 };

/** The one place that knows which store BullMQ runs on. */
export function queueBackend({ databaseUrl, redisUrl }: QueueConnection): QueueBackend {
  if (redisUrl !== null) {
    const { Queue, Worker } = withBackend(createRedisBackend);
    let givenUp = false;
    const retryStrategy = (attempt: number) => (givenUp ? null : Math.min(attempt * 100, 2_000));
    const prefix = '{zenmeban}';
    const producer = { url: redisUrl, enableOfflineQueue: false, ...patience, retryStrategy };
    const consumer = { url: redisUrl, maxRetriesPerRequest: null, socketTimeout: 10_000, retryStrategy };
    return {
      kind: 'redis',
      queue: (name) => new Queue(name, { connection: producer, prefix }) as WakeUpQueue,
      worker: (name, concurrency, process) =>
        new Worker(name, process as Processor, {
          connection: consumer,
          prefix,
          ...workerTiming,
          concurrency,
        }) as WakeUpWorker,
      problem: () => redisProblem(redisUrl),
      giveUp: () => {
        givenUp = true;
      },
      close: () => Promise.resolve(),
    };
  }
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = sturdyPool(databaseUrl);
  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection }) as WakeUpQueue,
    worker: (name, concurrency, process) =>
      new Worker(name, process as Processor, { connection, ...workerTiming, concurrency }) as WakeUpWorker,
    /* The same Postgres as the record: whoever can ask has the answer. */
    problem: () => Promise.resolve(null),
    giveUp: () => undefined,
    close: () => connection.end(),
  };
}

/**
 * Connections for BullMQ, whose own would end the process with them: when the server ends one that is checked out and
 * asks nothing at the moment, its error has no listener. Two of them may be held for LISTEN by the workers.
 */
function sturdyPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: '-c search_path=bullmq',
    max: 8,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 5_000,
    /* A half-open connection never answers; whoever asked it gives it up, and the pool makes another. */
    query_timeout: 6_000,
    keepAlive: true,
    onConnect: (client) => void client.on('error', () => undefined),
  });
  pool.on('error', () => undefined);
  return pool;
}

/** Creates or updates the tables of BullMQ's Postgres backend; part of our migration step. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
