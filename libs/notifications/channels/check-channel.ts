import { type Config, isLoopback } from '@zenmeban/config';
import type { ChannelKind } from '@zenmeban/database';
import { DomainError, type FieldProblem } from '@zenmeban/domain/engine';
import { leadsInside } from './public-address';

/** Where the product itself is. */
export type Whereabouts = Pick<Config, 'host' | 'publicUrl'>;

/** Where the robots of each kind live; a webhook may live anywhere. */
const hosts: Readonly<Record<ChannelKind, readonly string[] | null>> = {
  wecom: ['qyapi.weixin.qq.com'],
  dingtalk: ['oapi.dingtalk.com', 'api.dingtalk.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
  webhook: null,
};

/**
 * Throws `channel.invalid` with every field that cannot be right. Which addresses a public name leads to is seen when
 * sending.
 */
export function checkChannel(
  kind: ChannelKind,
  { address, secret }: { readonly address?: string; readonly secret?: string | null },
  config: Whereabouts,
): void {
  const problems: FieldProblem[] = [];
  if (address !== undefined && !isOnThisMachine(address, config)) {
    const url = new URL(address);
    if (hosts[kind] === null && leadsInside(url.hostname)) problems.push(inside);
    else if (url.protocol !== 'https:') problems.push(notSecure);
    else if (url.username !== '' || url.password !== '') problems.push(withPassword);
    else if (hosts[kind]?.includes(url.hostname) === false) problems.push(elsewhere(hosts[kind]));
  }
  if (secret !== undefined && secret !== null && (kind === 'wecom' || kind === 'webhook')) problems.push(noSecret);
  if (problems.length > 0)
    throw new DomainError(
      'invalid',
      'channel.invalid',
      { zh: '通知渠道的设置需要更正。', en: 'The channel needs correcting.' },
      problems,
    );
}

/** Whether the product itself runs on this machine only (a trial, a test) and the address is on it, too. */
export function isOnThisMachine(address: string, { host, publicUrl }: Whereabouts): boolean {
  return [host, new URL(publicUrl).hostname, new URL(address).hostname].every(isLoopback);
}

const notSecure: FieldProblem = {
  path: 'address',
  code: 'not_https',
  message: { zh: '地址必须以 https:// 开头。', en: 'The address must begin with https://.' },
};
const inside: FieldProblem = {
  path: 'address',
  code: 'inside',
  message: {
    zh: '这是内部网络的地址，不能发到那里。请填写从互联网可以访问的地址，以 https:// 开头。',
    en: 'This address is inside a private network, where nothing is sent. Enter one the internet can reach, beginning with https://.',
  },
};
const withPassword: FieldProblem = {
  path: 'address',
  code: 'with_password',
  message: { zh: '地址里不能带用户名或密码。', en: 'The address may not hold a user name or password.' },
};
const noSecret: FieldProblem = {
  path: 'secret',
  code: 'not_used',
  message: {
    zh: '这种渠道不需要填写密钥。',
    en: 'This kind of channel takes no secret from you.',
  },
};
const elsewhere = (known: readonly string[]): FieldProblem => ({
  path: 'address',
  code: 'wrong_host',
  message: {
    zh: `这种机器人的地址以 https://${known.join(' 或 https://')} 开头，请从群设置里复制。`,
    en: `The address of this robot begins with https://${known.join(' or https://')}; copy it from the group’s settings.`,
  },
});
