import { describe, expect, it } from '@jest/globals';
import { RobotDouble } from '../../../test/harness/robots';
import { post } from './post';
import { isPublicAddress, publicAddressOf } from './public-address';

const outside = { host: '0.0.0.0', publicUrl: 'https://zenmeban.example' };
const onThisMachine = { host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' };
const say = (url: string) => ({ url, headers: {}, body: '{}' });

describe('where a webhook may go', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.100.100.200'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'not an address'],
  ])('not to %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '192.167.1.1', '2606:4700::1111', '2400:3200::1'])(
    'to %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('not where only one of the addresses of a name leads inside', async () => {
    const look = (...addresses: string[]) =>
      (() => Promise.resolve(addresses.map((address) => ({ address, family: 4 })))) as never;
    await expect(publicAddressOf('rebind.example', look('1.1.1.1', '10.0.0.1'))).rejects.toThrow('private network');
    await expect(publicAddressOf('nothing.example', look())).rejects.toThrow('private network');
    expect(await publicAddressOf('good.example', look('1.1.1.1'))).toMatchObject({ address: '1.1.1.1' });
  });

  it.each([
    ['https://127.0.0.1:9/x', 'private network'],
    ['https://[::ffff:127.0.0.1]:9/x', 'private network'],
    ['https://[::1]/x', 'private network'],
    ['https://169.254.169.254/latest/meta-data', 'private network'],
    ['https://0x7f000001/x', 'private network'],
    ['https://2130706433/x', 'private network'],
    ['https://localhost/x', 'private network'],
    ['http://1.1.1.1/x', 'https://'],
  ])('refuses %s for good, without asking anybody', async (url, why) => {
    const ended = await post(say(url), outside);
    expect(ended).toMatchObject({ outcome: 'permanent' });
    expect(JSON.stringify(ended)).toContain(why);
    expect(JSON.stringify(ended)).not.toContain('meta-data');
  });
});

describe('a request to a channel', () => {
  it('reaches this machine only while the product itself is on it, and follows no redirect', async () => {
    const robot = await RobotDouble.open('wecom');
    try {
      robot.will('redirect');
      expect(await post(say(robot.url), onThisMachine)).toMatchObject({ status: 302 });
      expect(await post(say(robot.url), { ...onThisMachine, host: '0.0.0.0' })).toMatchObject({ outcome: 'permanent' });
      expect(robot.requests).toBe(1);
    } finally {
      await robot.close();
    }
  });

  it('ends at its deadline, ambiguous; a closed port is temporary; neither names the address', async () => {
    const robot = await RobotDouble.open('wecom');
    const { url } = robot;
    robot.will('silence', 'drop');
    const silent = await post(say(url), onThisMachine, 100);
    const dropped = await post(say(url), onThisMachine);
    await robot.close();
    const closed = await post(say(url), onThisMachine);
    expect([silent, dropped, closed]).toMatchObject([
      { outcome: 'ambiguous', error: 'no answer in time' },
      { outcome: 'ambiguous', error: 'ECONNRESET' },
      { outcome: 'temporary', error: 'ECONNREFUSED' },
    ]);
    expect(JSON.stringify([silent, dropped, closed])).not.toContain('canary-robot-key');
  });

  it('is never larger than 20 kB', async () => {
    const large = { ...say('https://1.1.1.1/'), body: 'x'.repeat(20_001) };
    expect(await post(large, outside)).toMatchObject({ outcome: 'permanent', error: 'the message is too large' });
  });
});
