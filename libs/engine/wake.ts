import { JobQueues } from '@zenmeban/queues';
import { Injectable, Logger } from '@nestjs/common';
import { v7 } from 'uuid';

/** Tells the queue that notices are due, without waiting for it; when it does not answer, the send loop finds them. */
@Injectable()
export class Wake {
  private readonly logger = new Logger('Wake');

  constructor(private readonly queues: JobQueues) {}

  send(notificationIds: readonly string[]): void {
    const added = notificationIds.map((notificationId) =>
      this.queues.add({ name: 'notification.send', data: { notificationId } }, `n-${notificationId}-${v7()}`, 0),
    );
    Promise.all(added).catch((error: unknown) => {
      this.logger.warn(`a notice was not handed to the queue, the send loop will find it: ${String(error)}`);
    });
  }
}
