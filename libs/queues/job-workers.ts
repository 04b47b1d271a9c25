import { CONFIG, type Config } from '@zenmeban/config';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type QueueBackend, queueBackend, type WakeUpWorker } from './backend';
import { concurrencyOf, type JobData, type JobHandlers, type JobName, queueNames } from './jobs';

/** The consuming side: one BullMQ worker per queue, started where the apps say so. */
@Injectable()
export class JobWorkers implements OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private backend: QueueBackend | null = null;
  private workers: WakeUpWorker[] = [];
  private lastError = '';

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Starts consuming; while the store does not answer the workers go on trying. */
  start(handlers: JobHandlers): void {
    const backend = queueBackend(this.config);
    this.backend = backend;
    const run = async <N extends JobName>(name: N, data: JobData<N>) => handlers[name](data);
    this.workers = queueNames.map((name) => {
      const worker = backend.worker(name, concurrencyOf[name], (job) =>
        run(job.name as JobName, job.data as JobData<JobName>),
      );
      worker.on('error', (error) => {
        if (error.message !== this.lastError) this.logger.warn(`${name}: ${error.message}`);
        this.lastError = error.message;
      });
      return worker;
    });
  }

  /** Lets running jobs finish for up to 10 s; the launcher's own deadline is 20 s. */
  async onApplicationShutdown(): Promise<void> {
    this.backend?.giveUp();
    const closing = Promise.allSettled(this.workers.map((worker) => worker.close())).then(() => this.backend?.close());
    let deadline: NodeJS.Timeout | undefined;
    const outOfPatience = new Promise((resolve) => {
      deadline = setTimeout(resolve, 10_000);
    });
    await Promise.race([closing, outOfPatience]);
    clearTimeout(deadline);
  }
}
