import { describe, expect, it } from '@jest/globals';
import { notSent } from './delivery-outcome';
import { type LedgerAttempt, ledgerLine, type OwedNotice } from './ledger-line';

const dueAt = new Date('2026-11-23T06:00:00Z');
const after = (seconds: number) => new Date(dueAt.getTime() + seconds * 1_000);
const notice = (fields: Partial<OwedNotice> = {}): OwedNotice => ({
  ...{ channel: 'mail', state: 'accepted', dueAt, holdSeconds: 0, acceptedAt: after(1) },
  ...fields,
});
const attempt = (seconds: number, fields: Partial<LedgerAttempt> = {}): LedgerAttempt => ({
  ...{ startedAt: after(seconds), outcome: 'accepted', smtpCode: 250, error: null },
  ...fields,
});
const healthy = { swept: false, now: after(3_600) };

describe('a line of the ledger', () => {
  it('is a promise kept until 15 s after it was owed', () => {
    const line = ledgerLine(notice({ acceptedAt: after(15) }), [attempt(1)], healthy);
    expect(line).toEqual({
      ...{ state: 'on_time', promisedBy: after(15), sentAt: after(1), lateSeconds: 0 },
      ...{ repaired: false, because: null },
    });
  });

  it('allows for the time a notice may wait for others', () => {
    const line = ledgerLine(notice({ holdSeconds: 60, acceptedAt: after(74) }), [attempt(73)], healthy);
    expect([line.state, line.promisedBy]).toEqual(['on_time', after(75)]);
  });

  it.each([
    ['pending', 14, 'waiting', 0],
    ['sending', 15, 'waiting', 0],
    ['pending', 23, 'late', 8],
    ['failed', 23, 'failed', 0],
    ['withdrawn', 23, 'withdrawn', 0],
  ] as const)('%s after %i s is %s by %i s', (state, seconds, said, late) => {
    const line = ledgerLine(notice({ state, acceptedAt: null }), [], { swept: false, now: after(seconds) });
    expect([line.state, line.lateSeconds]).toEqual([said, late]);
  });

  it('says what the mail server answered, and how often', () => {
    const refused = { outcome: 'temporary', smtpCode: 451 } as const;
    const tries = [attempt(1, refused), attempt(16, refused), attempt(46)];
    const line = ledgerLine(notice({ acceptedAt: after(47) }), tries, healthy);
    expect(line).toMatchObject({
      ...{ state: 'late', lateSeconds: 32, repaired: true },
      because: { en: 'the mail server answered 451 twice', zh: '邮件服务器答复 451（2 次）' },
    });
  });

  it('blames no mail server for a webhook', () => {
    const tries = [attempt(1, { outcome: 'temporary', smtpCode: 500 }), attempt(40)];
    const line = ledgerLine(notice({ channel: 'webhook', acceptedAt: after(41) }), tries, healthy);
    expect(line.because).toEqual({ en: 'the other system answered 500', zh: '对方系统答复 500' });
  });

  it.each([
    ['the queue slept, the sweeper fired it', true, [attempt(6)]],
    ['its sender died and another took over', false, [attempt(1, { outcome: null }), attempt(12)]],
    ['the link broke and nobody knew whether it was taken', false, [attempt(1, { outcome: 'ambiguous' }), attempt(9)]],
    ['the mail server could not be reached', false, [attempt(1, { outcome: 'temporary', smtpCode: null }), attempt(9)]],
  ] as const)('counts as repaired when %s', (because, swept, tries) => {
    const line = ledgerLine(notice({ acceptedAt: after(13) }), tries, { swept, now: healthy.now });
    expect(line).toMatchObject({ state: 'on_time', repaired: true, because: { en: because } });
  });

  it.each([
    [notSent.channelOff, { zh: '发送时这个渠道已停用', en: 'the channel was switched off by then' }],
    [notSent.recipientInactive, { zh: '发送时收件人的账号已停用', en: 'the recipient was no longer active by then' }],
    ['No recipients defined', { zh: '收件地址无法使用', en: 'the address could not be used' }],
  ])('blames the address only when it was the address: %s', (error, because) => {
    const tries = [attempt(1, { outcome: 'permanent', smtpCode: null, error })];
    const line = ledgerLine(notice({ channel: 'wecom', state: 'failed', acceptedAt: null }), tries, healthy);
    expect(line.because).toEqual(because);
  });

  it('names every trouble in its order', () => {
    const tries = [attempt(6, { outcome: null }), attempt(20, { outcome: 'temporary', smtpCode: 421 }), attempt(40)];
    const line = ledgerLine(notice({ acceptedAt: after(41) }), tries, { swept: true, now: healthy.now });
    expect(line.because?.en).toBe(
      'the queue slept, the sweeper fired it; its sender died and another took over; the mail server answered 421',
    );
  });

  it('says that nothing has come to send it', () => {
    const line = ledgerLine(notice({ state: 'pending', acceptedAt: null }), [], { swept: false, now: after(90) });
    expect(line).toMatchObject({ state: 'late', repaired: false, because: { en: 'nothing has come to send it yet' } });
  });
});
