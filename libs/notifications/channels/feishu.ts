import { createHmac } from 'node:crypto';
import { severities, type Severity } from '@zenmeban/domain/engine';
import type { Attempt } from '../delivery-outcome';
import { oneLine } from '../one-line';
import type { ChannelMessage, ChannelRequest, RobotAddress } from './channel-message';
import { markdown } from './plain-markdown';
import { answerOf, robotError } from './robot-answer';

/**
 * The signature of a Feishu robot: HMAC-SHA256 over nothing, keyed by `<seconds>\n<secret>`, base64.
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export function feishuSignature(seconds: number, secret: string): string {
  return createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64');
}

const colours: Readonly<Record<Severity, string>> = { low: 'grey', normal: 'blue', high: 'orange', critical: 'red' };

/** Feishu (飞书) or Lark group robot: a card, at most 20 kB; 100 messages a minute, 5 a second. */
export function feishuRequest({ url, secret }: RobotAddress, message: ChannelMessage, at: Date): ChannelRequest {
  const seconds = Math.floor(at.getTime() / 1_000);
  const content = markdown(message, { heading: () => '', paragraph: '\n', maxBytes: 14_000 }).trim();
  const gravest = severities.findLast((severity) => message.items.some((item) => item.severity === severity));
  return {
    url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      ...(secret !== null && { timestamp: String(seconds), sign: feishuSignature(seconds, secret) }),
      msg_type: 'interactive',
      card: {
        config: { wide_screen_mode: true },
        header: {
          title: { tag: 'plain_text', content: oneLine(message.title, 200) },
          template: colours[gravest ?? 'normal'],
        },
        elements: [{ tag: 'div', text: { tag: 'lark_md', content } }],
      },
    }),
  };
}

const tooMany = [11_232, 9_499];
/** Wrong signature, or a clock more than an hour off. */
const wrongSignature = 19_021;

/** What the robot answered: with HTTP 200, or 400, an error stands in the body. */
export function feishuAnswer(status: number, body: string): Attempt {
  const { code, text } = answerOf(body, 'code', 'msg');
  if (code !== null && tooMany.includes(code))
    return robotError('temporary', status, code, text, { retryAfterSeconds: 60 });
  if (code === wrongSignature) return robotError('temporary', status, code, text, { finding: 'wrong_signature' });
  return robotError(code === 0 ? 'accepted' : 'permanent', status, code, text);
}
