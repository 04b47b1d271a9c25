import type { Localized } from '@zenmeban/domain/engine';

/** How one loop is doing over all processes: seconds since the freshest of its rounds. */
export type LoopReading = { readonly loop: string; readonly everyMs: number; readonly quietSeconds: number };

/** What decides whether calls can be relied on at this moment. Ages are in seconds by the database's clock. */
export type VitalReadings = {
  /** How late the oldest armed timer is; 0 when none is. */
  readonly overdueTimerSeconds: number;
  readonly loops: readonly LoopReading[];
  /** Since the last canary arrived, or since the first one was due when none ever did; null before that. */
  readonly canarySeconds: number | null;
};

/** What is looked at each minute besides. */
export type Readings = VitalReadings & {
  /** Timers whose handler has thrown. */
  readonly failingTimers: number;
  /** How long the oldest notice that may be sent waits for an attempt. */
  readonly overdueNoticeSeconds: number;
  /** Notices the mail server has kept waiting, and for how long the oldest. */
  readonly waitingMails: number;
  readonly waitingMailSeconds: number;
  readonly callsWithoutNotice: number;
  readonly chainsWithoutTimer: number;
  readonly sentAfterAcknowledgement: number;
  /** How many of the last canaries, newest first, the queue did not wake anybody for. */
  readonly canariesSwept: number;
  /** The process's clock less the database's. */
  readonly clockApartSeconds: number;
  /** What is wrong with the queue's store, in its own words; null when nothing is. */
  readonly queueProblem: string | null;
  /** Tables whose record could be altered. */
  readonly unprotectedTables: readonly string[];
};

/** Something that does not hold, in words, with what to do about it. */
export type Finding = { readonly code: string; readonly sentence: Localized };

/** Every invariant of the machinery with the question that tells whether it is broken (reliability §2.7, §3). */
const vital: readonly ((readings: VitalReadings) => Finding | null)[] = [
  ({ overdueTimerSeconds: late }) =>
    late > 30
      ? {
          code: 'timer.late',
          sentence: {
            zh: `最早的一个到期提醒已晚了 ${whole(late)} 秒：请直接打电话给主管，并检查各进程是否在运行。`,
            en: `The oldest due timer is ${whole(late)} s late: phone the supervisors, and see that the processes run.`,
          },
        }
      : null,
  ({ canarySeconds: age }) =>
    age !== null && age > 180
      ? {
          code: 'canary.missing',
          sentence: {
            zh: `测试呼叫已有 ${whole(age)} 秒没有走完全程：上报可能延误，请检查队列和各进程。`,
            en: `No test call has come through for ${whole(age)} s: calls may be delayed. Look at the queue and the processes.`,
          },
        }
      : null,
  ({ loops }) => {
    const quiet = loops.filter((loop) => loop.quietSeconds > allowedSilence(loop));
    const names = quiet.map(({ loop }) => loop).join(', ');
    return quiet.length > 0
      ? {
          code: 'loop.silent',
          sentence: {
            zh: `以下循环停了：${names}。请重启相应进程。`,
            en: `These loops stand still: ${names}. Restart their processes.`,
          },
        }
      : null;
  },
];

const further: readonly ((readings: Readings) => Finding | null)[] = [
  ({ failingTimers: count }) =>
    count > 0
      ? {
          code: 'timer.failing',
          sentence: {
            zh: `${count} 个到期提醒执行出错，正在重试：请查看日志并报告开发者。`,
            en: `${count} due timers fail and are being retried: look at the log and report it.`,
          },
        }
      : null,
  ({ overdueNoticeSeconds: late }) =>
    late > 60
      ? {
          code: 'notice.late',
          sentence: {
            zh: `有通知已等待 ${whole(late)} 秒无人发送：请检查发送进程。`,
            en: `A notice has waited ${whole(late)} s for somebody to send it: see that a sending process runs.`,
          },
        }
      : null,
  ({ waitingMails: count, waitingMailSeconds: age }) =>
    count > 0
      ? {
          code: 'mail.refused',
          sentence: {
            zh: `邮件服务器不接收：${count} 封通知已等待最长 ${whole(age)} 秒。请检查 SMTP_URL 和邮件服务器。`,
            en: `The mail server takes nothing: ${count} notices wait, the oldest for ${whole(age)} s. Check SMTP_URL and the server.`,
          },
        }
      : null,
  ({ callsWithoutNotice: count }) =>
    count > 0
      ? {
          code: 'call.without_notice',
          sentence: {
            zh: `${count} 次呼叫没有写出通知：请直接联系相关主管，并报告开发者。`,
            en: `${count} calls have no notice: phone those people, and report it.`,
          },
        }
      : null,
  ({ chainsWithoutTimer: count }) =>
    count > 0
      ? {
          code: 'chain.asleep',
          sentence: {
            zh: `${count} 个未结束的上报没有下一次提醒：请直接联系相关主管，并报告开发者。`,
            en: `${count} running chains wait for nothing: phone those people, and report it.`,
          },
        }
      : null,
  ({ sentAfterAcknowledgement: count }) =>
    count > 0
      ? {
          code: 'call.after_acknowledgement',
          sentence: {
            zh: `${count} 次呼叫在确认之后才发出：请报告开发者。`,
            en: `${count} calls were sent after they had been acknowledged: report it.`,
          },
        }
      : null,
  ({ canariesSwept: count }) =>
    count >= 3
      ? {
          code: 'queue.asleep',
          sentence: {
            zh: '队列没有唤醒任何人，改由巡查补发，会晚几秒：请检查 Redis 和工作进程。',
            en: 'The queue wakes nobody; the sweepers do its work, some seconds late. Look at Redis and the workers.',
          },
        }
      : null,
  ({ queueProblem }) =>
    queueProblem === null
      ? null
      : {
          code: 'queue.store',
          sentence: {
            zh: `队列的存储有问题：${queueProblem}。巡查会补发，但请尽快修复。`,
            en: `The store of the queue is not well: ${queueProblem}. The sweepers do its work; repair it soon.`,
          },
        },
  ({ clockApartSeconds: apart }) =>
    Math.abs(apart) > 30
      ? {
          code: 'clock.apart',
          sentence: {
            zh: `服务器与数据库的时钟相差 ${whole(Math.abs(apart))} 秒：请校时（NTP）。`,
            en: `The clocks of the server and of the database are ${whole(Math.abs(apart))} s apart: set them by NTP.`,
          },
        }
      : null,
  ({ unprotectedTables: tables }) =>
    tables.length > 0
      ? {
          code: 'record.unprotected',
          sentence: {
            zh: `以下记录可以被改动：${tables.join('、')}。请查明是谁关掉了触发器。`,
            en: `These records could be altered: ${tables.join(', ')}. Find out who took their triggers away.`,
          },
        }
      : null,
];

export function vitalFindings(readings: VitalReadings): Finding[] {
  return vital.flatMap((broken) => broken(readings) ?? []);
}

export function findings(readings: Readings): Finding[] {
  return [...vitalFindings(readings), ...further.flatMap((broken) => broken(readings) ?? [])];
}

/** A loop may be silent for three of its rounds, at least for a minute: a heartbeat is written every 5 s only. */
export function allowedSilence({ everyMs }: LoopReading): number {
  return Math.max(60, (3 * everyMs) / 1_000 + 10);
}

const whole = (seconds: number) => Math.round(seconds);
