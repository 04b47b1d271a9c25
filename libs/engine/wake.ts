import { severities } from '@zenmeban/domain/engine';
import type { WrittenNotice } from '@zenmeban/notifications';
import { JobQueues } from '@zenmeban/queues';
import { Injectable, Logger } from '@nestjs/common';
import { v7 } from 'uuid';

/** Tells the queue that notices are due, without waiting for it; when it does not answer, the send loop finds them. */
@Injectable()
export class Wake {
  private readonly logger = new Logger('Wake');

  constructor(private readonly queues: JobQueues) {}

  send(notices: readonly WrittenNotice[]): void {
    const added = notices.map((notice) =>
      this.queues.add({ name: 'notification.send', data: { notificationId: notice.id } }, `n-${notice.id}-${v7()}`, {
        priority: priorityOf(notice),
      }),
    );
    Promise.all(added).catch((error: unknown) => {
      this.logger.warn(`a notice was not handed to the queue, the send loop will find it: ${String(error)}`);
    });
  }
}

/** As BullMQ counts, 1 is first: the severest, and of them the highest level, so that a crowd of calls is mailed in order. */
function priorityOf({ severity, level }: WrittenNotice): number {
  return (severities.length - severities.indexOf(severity)) * 10 - Math.min(level ?? 0, 9);
}
