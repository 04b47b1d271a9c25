import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Robots, startRobots } from '../../../test/harness/robots';
import { post } from './post';
import { InsideAddress, isPublicAddress, leadsInside, publicAddressOf } from './public-address';

const onThisMachine = { host: '127.0.0.1', publicUrl: 'http://localhost:3000' };
const inProduction = { host: '127.0.0.1', publicUrl: 'https://zenmeban.example' };
const request = (url: string) => ({ url, headers: {}, body: '{}' });

describe('addresses that are never reached', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.100.100.200'],
    ...['0.0.0.0', '192.0.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '100.64.0.1', '203.0.113.9'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:169.254.169.254'],
    ...['64:ff9b::a9fe:a9fe', '2002:7f00:1::', '2001:db8::1', '2001::1', 'localhost', ''],
  ])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '121.51.18.85', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '240e:978::1'])(
    'but %s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...['10.0.0.1', '169.254.169.254', '[::1]', '[fd00::1]', 'localhost', 'localhost.', 'intranet', 'wiki.corp'],
    ...['nas.local', 'metadata.google.internal', 'router.home.arpa', 'a.localhost'],
  ])('%s says by itself that it leads inside', (host) => {
    expect(leadsInside(host)).toBe(true);
  });

  it.each(['1.1.1.1', '[2606:4700::1111]', 'hooks.example.com', 'example.com.', 'local.example'])(
    '%s does not',
    (host) => {
      expect(leadsInside(host)).toBe(false);
    },
  );

  it('refuses a name of which only one address leads inside', async () => {
    const look = (async () =>
      Promise.resolve([
        { address: '1.1.1.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ])) as unknown as Parameters<typeof publicAddressOf>[1];
    await expect(publicAddressOf('two-faced.example', look)).rejects.toBeInstanceOf(InsideAddress);
  });
});

describe('a request to a channel', () => {
  let robots: Robots;
  beforeAll(async () => {
    robots = await startRobots();
  });
  afterAll(() => robots.stop());

  it('goes to this machine only when the product itself is on it', async () => {
    const url = robots.address('wecom');
    expect(await post(request(url), onThisMachine)).toMatchObject({ status: 200 });
    expect(await post(request(url), inProduction)).toMatchObject({ outcome: 'permanent' });
    expect(await post(request(url.replace('http:', 'https:')), inProduction)).toMatchObject({ outcome: 'permanent' });
    expect(await post(request('https://localhost:9/x'), inProduction)).toMatchObject({ outcome: 'permanent' });
    expect(await post(request('https://[::ffff:7f00:1]/x'), inProduction)).toMatchObject({ outcome: 'permanent' });
    expect(await post(request('https://0x7f000001/x'), inProduction)).toMatchObject({ outcome: 'permanent' });
    expect(robots.requests).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    robots.will('webhook', { status: 307, headers: { location: robots.address('wecom') } });
    const before = robots.requests.filter((kind) => kind === 'wecom').length;
    expect(await post(request(robots.address('webhook')), onThisMachine)).toMatchObject({ status: 307 });
    expect(robots.requests.filter((kind) => kind === 'wecom')).toHaveLength(before);
  });

  it('ends in time when nobody answers, and says nothing of the address', async () => {
    robots.will('feishu', 'silence');
    const ended = await post(request(robots.address('feishu')), onThisMachine, 200);
    expect(ended).toEqual({ outcome: 'ambiguous', smtpCode: null, error: 'no answer in time', ours: 'no_answer' });
    const refused = await post(request('http://127.0.0.1:9/hook/secret-token'), onThisMachine);
    expect(refused).toMatchObject({ outcome: 'temporary' });
    expect(JSON.stringify(refused)).not.toContain('secret-token');
  });

  it('gives up on an answer that never ends, and on one that is too large', async () => {
    const endless = createServer((_request, response) => {
      const chunk = Buffer.alloc(16_384, 'x');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    endless.listen(0, '127.0.0.1');
    await once(endless, 'listening');
    const { port } = endless.address() as AddressInfo;
    expect(await post(request(`http://127.0.0.1:${port}/`), onThisMachine, 5_000)).toMatchObject({
      outcome: 'ambiguous',
    });
    endless.closeAllConnections();
    endless.close();
    await once(endless, 'close');
  });

  it('is not made when it is larger than 20 kB', async () => {
    const large = { ...request(robots.address('wecom')), body: 'x'.repeat(20_001) };
    const before = robots.requests.length;
    expect(await post(large, onThisMachine)).toMatchObject({ outcome: 'permanent' });
    expect(robots.requests).toHaveLength(before);
  });
});
