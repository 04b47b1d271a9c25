import { createHmac } from 'node:crypto';
import type { Attempt } from '../delivery-outcome';
import type { ChannelMessage, ChannelRequest, RobotAddress } from './channel-message';
import { markdown } from './plain-markdown';
import { answerOf, robotError } from './robot-answer';

/**
 * The signature of a DingTalk robot, ready for the address: HMAC-SHA256 over `<ms>\n<secret>`, keyed by the secret.
 * https://open.dingtalk.com/document/group/custom-robot-access
 */
export function dingtalkSignature(milliseconds: number, secret: string): string {
  const signature = createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64');
  return encodeURIComponent(signature);
}

/** DingTalk (钉钉) group robot: signed for an hour around `at`; 20 messages a minute, else silence for ten. */
export function dingtalkRequest({ url, secret }: RobotAddress, message: ChannelMessage, at: Date): ChannelRequest {
  const ms = at.getTime();
  const text = markdown(message, { heading: (line) => `#### ${line}`, paragraph: '\n\n', maxBytes: 16_000 });
  return {
    url: secret === null ? url : `${url}&timestamp=${ms}&sign=${dingtalkSignature(ms, secret)}`,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ msgtype: 'markdown', markdown: { title: message.title, text } }),
  };
}

const busy = -1;
const tooMany = 130_101;
/** Refused by one of the robot's safety settings: signature, keyword or sender. */
const unsafe = 310_000;

/** What the robot answered. Our clock or secret may be put right, a missing keyword is for good. */
export function dingtalkAnswer(status: number, body: string): Attempt {
  const { code, text } = answerOf(body, 'errcode', 'errmsg');
  if (code === tooMany) return robotError('temporary', status, code, text, { retryAfterSeconds: 600 });
  if (code === unsafe && /sign|timestamp/i.test(text))
    return robotError('temporary', status, code, text, { finding: 'wrong_signature' });
  return robotError(code === 0 ? 'accepted' : code === busy ? 'temporary' : 'permanent', status, code, text);
}
