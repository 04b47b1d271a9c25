import type { Language, Localized } from '@zenmeban/domain/engine';
import type { LedgerLine } from '@zenmeban/notifications';

/** As the page of the ledger says it. */
export const stateWords: Readonly<Record<LedgerLine['state'], Localized>> = {
  waiting: { zh: '等待中', en: 'waiting' },
  on_time: { zh: '准时', en: 'on time' },
  late: { zh: '晚了', en: 'late' },
  failed: { zh: '没送到', en: 'failed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  nobody: { zh: '没有人可叫', en: 'nobody to call' },
};

const kinds: ReadonlyMap<string, Localized> = new Map([
  ['escalation', { zh: '呼叫', en: 'call' }],
  ['step-assigned', { zh: '交办步骤', en: 'step handed over' }],
  ['step-reminder', { zh: '步骤提醒', en: 'reminder of a step' }],
  ['incident-cancelled', { zh: '事件作废', en: 'incident cancelled' }],
  ['incident-reopened', { zh: '重新打开', en: 'incident reopened' }],
]);

const channels: ReadonlyMap<string, Localized> = new Map([
  ['mail', { zh: '邮件', en: 'e-mail' }],
  ['wecom', { zh: '企业微信', en: 'WeCom' }],
  ['dingtalk', { zh: '钉钉', en: 'DingTalk' }],
  ['feishu', { zh: '飞书', en: 'Feishu' }],
  ['webhook', { zh: '其他系统（Webhook）', en: 'other system (webhook)' }],
]);

/** Why a call was made, where it was not simply that nobody had acknowledged. */
const reasons: ReadonlyMap<string | null, Localized> = new Map([
  ['snoozed', { zh: '呼叫（推后的时间到了）', en: 'call (end of a snooze)' }],
  ['handed_over', { zh: '呼叫（交给同事）', en: 'call (handed over)' }],
  ['no_progress', { zh: '呼叫（没有进展）', en: 'call (no progress)' }],
  ['not_taken', { zh: '呼叫（交出后无人确认）', en: 'call (handed over, not taken)' }],
]);

type About = Pick<LedgerLine, 'template' | 'reason'>;

/** What a notice told of, and a call why; one that nobody has words for keeps its code. */
export const kindWord = ({ template, reason }: About, language: Language): string =>
  (reasons.get(reason) ?? kinds.get(template))?.[language] ?? template;

/** By which way it went; a level that reached nobody went by none. */
export const channelWord = (kind: LedgerLine['kind'], channel: string, language: Language): string =>
  kind === 'nobody' ? '' : (channels.get(channel)?.[language] ?? channel);
