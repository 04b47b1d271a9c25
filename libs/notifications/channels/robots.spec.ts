import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChannelItem, ChannelMessage } from './channel-message';
import { dingtalkAnswer, dingtalkRequest, dingtalkSignature } from './dingtalk';
import { feishuAnswer, feishuRequest, feishuSignature } from './feishu';
import { plain } from './plain-markdown';
import { webhookAnswer, webhookRequest, webhookSignature } from './webhook';
import { keepRotated, makeWebhookSecret, signingSecrets } from './webhook-secret';
import { wecomAnswer, wecomRequest } from './wecom';

const at = new Date('2026-11-24T02:00:00Z');
const url = 'https://robot.example/send?key=k';
const item: ChannelItem = {
  ...{
    id: '1',
    siteCode: 'BJ1',
    level: 2,
    severity: 'critical',
    reference: 'BJ1-20261124-001',
    place: '北京一号 大堂',
    playbook: '客人摔倒',
  },
  ...{ step: '扶起客人', why: '刚刚发生了一起事件。', url: 'https://zenmeban.example/incidents/1' },
};
const message = (...items: ChannelItem[]): ChannelMessage => ({
  ...{ language: 'zh', title: '[紧急] 客人摔倒 · BJ1-20261124-001', items: items.length > 0 ? items : [item] },
  overviewUrl: 'https://zenmeban.example/',
});

/** What people read of the robot, whichever it is. */
const shown = {
  wecom: (m: ChannelMessage) =>
    (JSON.parse(wecomRequest({ url, secret: null }, m).body) as { markdown: { content: string } }).markdown.content,
  dingtalk: (m: ChannelMessage) =>
    (JSON.parse(dingtalkRequest({ url, secret: null }, m, at).body) as { markdown: { text: string } }).markdown.text,
  feishu: (m: ChannelMessage) => {
    const { card } = JSON.parse(feishuRequest({ url, secret: null }, m, at).body) as { card: FeishuCard };
    return `${plain(card.header.title.content, 200)}\n\n${card.elements[0].text.content}`;
  },
};
type FeishuCard = { header: { title: { content: string } }; elements: [{ text: { content: string } }] };
const robots = Object.entries(shown);

describe('signatures', () => {
  it('of DingTalk are those of its fixed vector, ready for the address', () => {
    expect(dingtalkSignature(1_700_000_000_000, 'SECtest')).toBe('aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D');
    const request = dingtalkRequest({ url, secret: 'SECtest' }, message(), new Date(1_700_000_000_000));
    expect(request.url).toBe(`${url}&timestamp=1700000000000&sign=aZLLrriXgn05YbwaGR7knYsLeJADjr9NwLaNNKpxh4g%3D`);
    expect(dingtalkRequest({ url, secret: null }, message(), at).url).toBe(url);
  });

  it('of Feishu are those of its fixed vector, in the body', () => {
    const sign = 'G7XpBpG8NgG02fJOAhX6FRAObIljmFoxVReo8I62pEk=';
    expect(feishuSignature(1_700_000_000, 'SECtest')).toBe(sign);
    const request = feishuRequest({ url, secret: 'SECtest' }, message(), new Date(1_700_000_000_999));
    expect(JSON.parse(request.body)).toMatchObject({ timestamp: '1700000000', sign });
    expect(request.url).toBe(url);
    expect(JSON.parse(feishuRequest({ url, secret: null }, message(), at).body)).not.toHaveProperty('sign');
  });

  it('of webhooks are those of the example of Standard Webhooks', () => {
    const body = '{"test": 2432232314}';
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(webhookSignature('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body, secret)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('of webhooks are made with the secret before, too, for a day after a change', () => {
    const [old, fresh] = [makeWebhookSecret(), makeWebhookSecret()];
    const kept = keepRotated(fresh, old, at);
    expect(signingSecrets(kept, at)).toEqual([fresh, old]);
    expect(signingSecrets(kept, new Date('2026-11-25T02:00:00Z'))).toEqual([fresh]);
    expect(signingSecrets(keepRotated('whsec_third', kept, at), at)).toEqual(['whsec_third', fresh]);
    const occasion = { id: 'msg_1', type: 'call' } as const;
    const { headers } = webhookRequest({ url, secret: kept }, message(), at, occasion);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect(headers).toMatchObject({ 'webhook-id': 'msg_1', 'webhook-timestamp': '1795485600' });
    expect(old).toMatch(/^whsec_[\w+/]{43}=$/);
  });
});

describe('answers', () => {
  it.each([
    ['WeCom', '{"errcode":0,"errmsg":"ok"}', 'accepted', undefined],
    ['WeCom', '{"errcode":93000,"errmsg":"invalid webhook url"}', 'permanent', undefined],
    ['WeCom', '{"errcode":45009,"errmsg":"api freq out of limit"}', 'temporary', 60],
    ['WeCom', '{"errcode":-1,"errmsg":"system busy"}', 'temporary', undefined],
    ['WeCom', '<html>', 'temporary', undefined],
    ['DingTalk', '{"errcode":0,"errmsg":"ok"}', 'accepted', undefined],
    ['DingTalk', '{"errcode":310000,"errmsg":"sign not match"}', 'temporary', undefined],
    ['DingTalk', '{"errcode":310000,"errmsg":"invalid timestamp"}', 'temporary', undefined],
    ['DingTalk', '{"errcode":310000,"errmsg":"keywords not in content"}', 'permanent', undefined],
    ['DingTalk', '{"errcode":130101,"errmsg":"send too fast"}', 'temporary', 600],
    ['DingTalk', '{"errcode":300005,"errmsg":"token is not exist"}', 'permanent', undefined],
    ['Feishu', '{"code":0,"msg":"success","data":{}}', 'accepted', undefined],
    ['Feishu', '{"code":19021,"msg":"sign match fail"}', 'temporary', undefined],
    ['Feishu', '{"code":11232,"msg":"frequency limited"}', 'temporary', 60],
    ['Feishu', '{"code":19001,"msg":"param invalid"}', 'permanent', undefined],
    ['Feishu', '[]', 'temporary', undefined],
    ['Feishu', 'null', 'temporary', undefined],
  ] as const)('%s: HTTP 200 saying %s is %s', (robot, body, outcome, retryAfterSeconds) => {
    const read = { WeCom: wecomAnswer, DingTalk: dingtalkAnswer, Feishu: feishuAnswer }[robot];
    expect(read(200, body)).toMatchObject({ outcome, smtpCode: 200 });
    expect(read(200, body).retryAfterSeconds).toBe(retryAfterSeconds);
  });

  it.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [302, 'temporary'],
    [401, 'temporary'],
    [410, 'permanent'],
    [429, 'temporary'],
    [503, 'temporary'],
  ])('a webhook’s HTTP %i is %s', (status, outcome) => {
    expect(webhookAnswer(status)).toMatchObject({ outcome });
  });
});

describe('what a robot shows', () => {
  it.each(robots)('%s: of one incident everything once: nothing of the heading again', (_, show) => {
    const text = show(message());
    for (const part of ['紧急', item.reference, item.place, item.playbook, item.step, item.why, `](${item.url})`])
      expect([part, text.split(part ?? '').length - 1]).toEqual([part, 1]);
  });

  it.each(robots)(
    '%s: of several each with its severity, reference, place, playbook, step, why and link',
    (_, show) => {
      const text = show({
        ...message(item, { ...item, reference: 'BJ1-20261124-002' }),
        title: '[紧急] 2 起事件需要处理',
      });
      for (const part of ['【紧急】', item.place, item.playbook, item.step, item.why, `](${item.url})`])
        expect([part, text.split(part ?? '').length - 1]).toEqual([part, 2]);
      for (const reference of [item.reference, 'BJ1-20261124-002']) expect(text.split(reference)).toHaveLength(2);
    },
  );

  it.each(robots)('%s: of a test no incident at all', (_, show) => {
    const test = {
      ...item,
      id: null,
      siteCode: null,
      level: null,
      reference: 'TEST',
      place: null,
      playbook: null,
      step: null,
    };
    const text = show({ ...message({ ...test, severity: 'low', why: '无需处理。' }), title: '怎么办：测试消息' });
    expect(text.replace(/^#+ /, '')).toBe(
      '怎么办：测试消息\n\n无需处理。\n\n[打开怎么办](https://zenmeban.example/incidents/1)',
    );
  });

  it.each(robots)('%s: of hundreds as many as it takes, the others counted, and a link to all', (kind, show) => {
    const many = Array.from({ length: 300 }, (_, i) => ({ ...item, reference: `BJ1-20261124-${i}` }));
    const text = show({ ...message(...many), title: '[紧急] 300 起事件需要处理' });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(kind === 'wecom' ? 4_096 : 16_000);
    const told = text.match(/BJ1-20261124-\d+/g)?.length ?? 0;
    expect(told).toBeGreaterThan(8);
    expect(text).toContain(`另有 ${300 - told} 起：[查看全部](https://zenmeban.example/)`);
  });

  it.each(robots)('%s: no name makes markup, a link, a line of its own or a call to everybody', (_, show) => {
    const plainLinks = show(message(item, item)).match(/\]\(|<|:\/\/|\n|@|\*\*|#/g);
    fc.assert(
      fc.property(hostile, hostile, (place, playbook) => {
        const text = show({ ...message({ ...item, place, playbook }, item), title: `[紧急] ${playbook}` });
        expect(text.match(/\]\(|<|:\/\/|\n|@|\*\*|#/g)).toEqual(plainLinks);
      }),
    );
  });

  it('is harmless whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = plain(text);
        expect(safe).not.toMatch(/[<>[\](){}*_`#@~|\\&!\p{Cc}\u2028\u2029]|:\/\//u);
        expect([...safe].length).toBeLessThanOrEqual(120);
      }),
    );
    expect(plain('<@all> @13800001111 [领奖](https://evil.example) **急** www.evil.example')).toBe(
      '＜＠all＞ ＠13800001111 ［领奖］（https：//evil.example） ＊＊急＊＊ www．evil.example',
    );
  });
});

/** Any text, and texts made of what the dialects know. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '<@all>',
        '<at id=all></at>',
        '](',
        '[',
        'http://e',
        '\n',
        '# ',
        '**',
        '@',
        '`',
        '<font>',
        '大堂',
        '\\',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);
