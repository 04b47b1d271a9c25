import type { Attempt } from '../delivery-outcome';
import type { ChannelMessage, ChannelRequest, RobotAddress } from './channel-message';
import { markdown } from './plain-markdown';
import { answerOf, robotError } from './robot-answer';

/**
 * WeCom (企业微信) group robot: https://developer.work.weixin.qq.com/document/path/91770. The key in the address is the
 * secret; a message holds 4,096 bytes of Markdown; 20 messages a minute.
 */
export function wecomRequest({ url }: RobotAddress, message: ChannelMessage): ChannelRequest {
  const content = markdown(message, { heading: (text) => `### ${text}`, paragraph: '\n\n', maxBytes: 4_096 });
  return {
    url,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }),
  };
}

const busy = -1;
const tooMany = 45_009;

/** What the robot answered: with HTTP 200 an error stands in the body. */
export function wecomAnswer(status: number, body: string): Attempt {
  const { code, text } = answerOf(body, 'errcode', 'errmsg');
  if (code === tooMany) return robotError('temporary', status, code, text, { retryAfterSeconds: 60 });
  return robotError(code === 0 ? 'accepted' : code === busy ? 'temporary' : 'permanent', status, code, text);
}
