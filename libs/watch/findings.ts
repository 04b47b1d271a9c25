import type { Localized } from '@zenmeban/domain/engine';
import { allowedSilence, vitalLoops, vitalSilenceSeconds } from './loop-kinds';
import type { LoopReading, Readings, VitalReadings } from './readings';

/** Something that does not hold, in words, and what to do about it. */
export type Finding = {
  readonly code: string;
  /** Which of several it is about: a loop. */
  readonly subject: string | null;
  readonly sentence: Localized;
  readonly advice: Localized;
};

/** A question about the machinery; the answer is what is broken, which is hoped to be nothing. */
type Question<R> = (readings: R) => Finding | readonly Finding[] | false;

const finding = (code: string, sentence: Localized, advice: Localized, subject: string | null = null): Finding => ({
  ...{ code, subject, sentence, advice },
});

/* What is done about it, where several findings ask for the same. */
const phone: Localized = {
  zh: '请直接打电话给主管，并检查各进程是否在运行。',
  en: 'Phone the supervisors, and see that the processes run.',
};
const phoneAndReport: Localized = {
  zh: '请直接联系相关主管，并报告开发者。',
  en: 'Phone the people concerned, and report it to the developers.',
};
const report: Localized = { zh: '请查看日志并报告开发者。', en: 'Look at the log, and report it to the developers.' };

/** Those that say whether calls can be relied on now (reliability §2.7). */
const vital: readonly Question<VitalReadings>[] = [
  ({ overdueTimerSeconds: late }) =>
    late > 30 &&
    finding(
      'timer.late',
      { zh: `最早的一个到期提醒已晚了 ${whole(late)} 秒。`, en: `The oldest due timer is ${whole(late)} s late.` },
      phone,
    ),
  ({ canarySeconds: age }) =>
    age !== null &&
    age > 180 &&
    finding(
      'canary.missing',
      {
        zh: `测试呼叫已有 ${whole(age)} 秒没有走完全程。`,
        en: `No test call has come through for ${whole(age)} s.`,
      },
      {
        zh: '上报可能延误：请检查队列和各进程。',
        en: 'Calls may be delayed: look at the queue and the processes.',
      },
    ),
  ({ loops }) =>
    vitalLoops.flatMap((name) => {
      const loop = loops.find((one) => one.loop === name);
      return loop && loop.quietSeconds <= vitalSilenceSeconds ? [] : [silent(name, loop)];
    }),
];

/** Those that are asked each minute besides (reliability §3, the invariants). */
const further: readonly Question<Readings>[] = [
  ({ loops }) =>
    loops
      .filter(({ loop, everyMs, quietSeconds }) => {
        const alreadySaid = vitalLoops.includes(loop) && quietSeconds > vitalSilenceSeconds;
        return quietSeconds > allowedSilence(everyMs) && !alreadySaid;
      })
      .map((loop) => silent(loop.loop, loop)),
  ({ failingTimers: count }) =>
    count > 0 &&
    finding(
      'timer.failing',
      { zh: `${count} 个到期提醒执行出错，正在重试。`, en: `${count} due timers fail and are being retried.` },
      report,
    ),
  ({ overdueNoticeSeconds: late }) =>
    late > 60 &&
    finding(
      'notice.late',
      { zh: `有通知已等待 ${whole(late)} 秒无人发送。`, en: `A notice has waited ${whole(late)} s to be sent.` },
      phone,
    ),
  ({ waitingMails: count, waitingMailSeconds: age }) =>
    count > 0 &&
    finding(
      'mail.refused',
      {
        zh: `邮件服务器不接收：${count} 封通知在等待，最久 ${whole(age)} 秒。`,
        en: `The mail server takes nothing: ${count} notices wait, the oldest for ${whole(age)} s.`,
      },
      {
        zh: '请检查 SMTP_URL 和邮件服务器，恢复前请打电话。',
        en: 'Check SMTP_URL and the mail server; phone until it is back.',
      },
    ),
  ({ callsWithoutNotice: count }) =>
    count > 0 &&
    finding(
      'call.without_notice',
      { zh: `${count} 次呼叫没有写出通知。`, en: `${count} calls have no notice.` },
      phoneAndReport,
    ),
  ({ chainsWithoutTimer: count }) =>
    count > 0 &&
    finding(
      'chain.asleep',
      { zh: `${count} 个未结束的上报没有下一次提醒。`, en: `${count} running chains wait for nothing.` },
      phoneAndReport,
    ),
  ({ callsWithoutSuccessor: count }) =>
    count > 0 &&
    finding(
      'call.without_successor',
      {
        zh: `${count} 次呼叫无法送达，下一级也没有被呼叫。`,
        en: `${count} calls could not be delivered, and the next level was not called.`,
      },
      phoneAndReport,
    ),
  ({ sentAfterAcknowledgement: count }) =>
    count > 0 &&
    finding(
      'call.after_acknowledgement',
      { zh: `${count} 次呼叫在确认之后才发出。`, en: `${count} calls were sent after they had been acknowledged.` },
      report,
    ),
  ({ canariesSwept: count }) =>
    count >= 3 &&
    finding(
      'queue.asleep',
      {
        zh: '队列没有唤醒任何人，改由巡查补发，会晚几秒。',
        en: 'The queue wakes nobody; the sweepers do its work, some seconds late.',
      },
      { zh: '请检查 Redis 和工作进程。', en: 'Look at Redis and the workers.' },
    ),
  ({ differingFacts: found }) =>
    found !== null &&
    finding(
      'facts.differ',
      {
        zh: `${found.count} 个事件的统计数据与记录不符（如 ${found.examples.join('、')}）。`,
        en: `The figures of ${found.count} incidents are not what the record says (such as ${found.examples.join(', ')}).`,
      },
      {
        zh: '请先运行 facts rebuild，再运行 facts check。',
        en: 'Run facts rebuild, then facts check.',
      },
    ),
  ({ queueProblem }) =>
    queueProblem !== null &&
    finding(
      'queue.store',
      { zh: `队列的存储有问题：${queueProblem}。`, en: `The store of the queue is not well: ${queueProblem}.` },
      { zh: '巡查会补发，但请尽快修复。', en: 'The sweepers do its work; repair it soon.' },
    ),
  ({ clockApartSeconds: apart }) =>
    Math.abs(apart) > 30 &&
    finding(
      'clock.apart',
      {
        zh: `服务器与数据库的时钟相差 ${whole(Math.abs(apart))} 秒。`,
        en: `The clocks of the server and of the database are ${whole(Math.abs(apart))} s apart.`,
      },
      { zh: '请用 NTP 校时。', en: 'Set them by NTP.' },
    ),
  ({ unprotectedTables: tables }) =>
    tables.length > 0 &&
    finding(
      'record.unprotected',
      { zh: `以下记录可以被改动：${tables.join('、')}。`, en: `These records could be altered: ${tables.join(', ')}.` },
      { zh: '请查明是谁关掉了触发器。', en: 'Find out who took their triggers away.' },
    ),
];

/** What keeps calls from being relied on; nothing while they can be. */
export function vitalFindings(readings: VitalReadings): Finding[] {
  return vital.flatMap((question) => question(readings) || []);
}

/** Everything that does not hold. */
export function findings(readings: Readings): Finding[] {
  return [...vitalFindings(readings), ...further.flatMap((question) => question(readings) || [])];
}

function silent(name: string, loop: LoopReading | undefined): Finding {
  const error = loop?.lastError ?? null;
  return finding(
    'loop.silent',
    {
      zh: `循环 ${name} 停了${loop ? ` ${whole(loop.quietSeconds)} 秒` : '，从未运行'}${error === null ? '' : `：${error}`}。`,
      en: `The loop ${name} ${loop ? `has stood still for ${whole(loop.quietSeconds)} s` : 'has never run'}${error === null ? '' : `: ${error}`}.`,
    },
    { zh: '请重启相应进程。', en: 'Restart its process.' },
    name,
  );
}

const whole = (seconds: number) => Math.round(seconds);
