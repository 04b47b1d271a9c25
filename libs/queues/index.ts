export { migrateQueues } from './backend';
export { JobQueues } from './job-queues';
export { JobWorkers } from './job-workers';
export type { Job, JobData, JobHandlers, JobName } from './jobs';
export { QueuesModule } from './queues.module';
