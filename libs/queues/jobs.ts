/** Every job there is. Jobs carry ids only: a handler reads the rest again and checks that it is still due. */
export type Job =
  | { readonly name: 'timer.fire'; readonly data: { readonly timerId: string; readonly gen: number } }
  | { readonly name: 'notification.send'; readonly data: { readonly notificationId: string } };

export type JobName = Job['name'];
export type JobData<N extends JobName> = Extract<Job, { name: N }>['data'];

/** A missing handler does not compile. Running one twice changes nothing. */
export type JobHandlers = { readonly [N in JobName]: (data: JobData<N>) => Promise<void> };

/** Each kind of work has its own queue, so that slow mail never holds up a timer. */
export const queueOf: Readonly<Record<JobName, QueueName>> = {
  'timer.fire': 'timers',
  'notification.send': 'mail',
};

export type QueueName = 'timers' | 'mail';
export const queueNames: readonly QueueName[] = ['timers', 'mail'];

/** Jobs at once in one process: timers fire together in few transactions; mails and robots each fill their lanes. */
export const concurrencyOf: Readonly<Record<QueueName, number>> = { timers: 100, mail: 26 };
