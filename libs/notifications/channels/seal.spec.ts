import { describe, expect, it } from '@jest/globals';
import { Seal } from './seal';

const seal = new Seal({ secret: 'one secret of a server, thirty-two characters' });
const clear = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=钥匙';

describe('a sealed address', () => {
  it('opens to what it was, never looks the same twice, and holds none of it', () => {
    const sealed = seal.close(clear, 'a:url');
    expect(seal.open(sealed, 'a:url')).toBe(clear);
    expect(seal.close(clear, 'a:url')).not.toBe(sealed);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes('qyapi')).toBe(false);
  });

  it('does not open about something else, under another secret, or changed', () => {
    const sealed = seal.close(clear, 'a:url');
    expect(() => seal.open(sealed, 'b:url')).toThrow('authenticate');
    expect(() => new Seal({ secret: 'another secret of a server, also long' }).open(sealed, 'a:url')).toThrow();
    const [id, nonce, text = '', tag] = sealed.split('.');
    const changed = [id, nonce, (text.startsWith('A') ? 'B' : 'A') + text.slice(1), tag].join('.');
    expect(() => seal.open(changed, 'a:url')).toThrow('authenticate');
    expect(() => seal.open(`k9${sealed.slice(2)}`, 'a:url')).toThrow('not known');
    expect(() => seal.open([id, nonce, text, tag?.slice(0, 6)].join('.'), 'a:url')).toThrow();
  });
});
