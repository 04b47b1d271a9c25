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
      this.queues.add(
        { name: 'notification.send', data: { notificationId: notice.id } },
        `n-${notice.id}-${v7()}`,
        whenOf(notice),
      ),
    );
    Promise.all(added).catch((error: unknown) => {
      this.logger.warn(`a notice was not handed to the queue, the send loop will find it: ${String(error)}`);
    });
  }
}

/** What is held back is looked at again when its time has come. */
const whenOf = (notice: WrittenNotice) =>
  notice.afterSeconds === undefined
    ? { priority: priorityOf(notice) }
    : { delayMs: Math.min(notice.afterSeconds, longestDelaySeconds) * 1_000 };

/** What waits longer than that is found by the send loop: the queue holds only what is near. */
const longestDelaySeconds = 900;

/** As BullMQ counts, 1 is first: the severest, and of them the highest level, so that a crowd of calls is mailed in order. */
function priorityOf({ severity, level }: WrittenNotice): number {
  return (severities.length - severities.indexOf(severity)) * 10 - Math.min(level ?? 0, 9);
}
