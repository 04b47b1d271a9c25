import { Global, Module } from '@nestjs/common';
import { JobQueues } from './job-queues';
import { JobWorkers } from './job-workers';

@Global()
@Module({ providers: [JobQueues, JobWorkers], exports: [JobQueues, JobWorkers] })
export class QueuesModule {}
