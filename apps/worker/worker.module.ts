import { NotificationsModule, Sender } from '@zenmeban/notifications';
import { type JobHandlers, JobWorkers } from '@zenmeban/queues';
import { Fire } from '@zenmeban/timers';
import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';

/** Works the queues: each job says only which row to look at again. */
@Injectable()
export class WorkQueues implements OnApplicationBootstrap {
  constructor(
    private readonly workers: JobWorkers,
    private readonly fire: Fire,
    private readonly sender: Sender,
  ) {}

  onApplicationBootstrap(): void {
    const handlers: JobHandlers = {
      'timer.fire': async ({ timerId, gen }) => {
        await this.fire.fire(timerId, gen, 'hint');
      },
      'notification.send': async ({ notificationId }) => {
        await this.sender.send(notificationId);
      },
    };
    this.workers.start(handlers);
  }
}

/** Needs a global `CONFIG` and the engine module. */
@Module({ imports: [NotificationsModule], providers: [WorkQueues] })
export class WorkerModule {}
