import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from './delivery-outcome';
import { isAddress, readMailbox } from './mailbox';
import { oneLine } from './one-line';

const error = (fields: object) => Object.assign(new Error('no'), fields);

describe('outcomeOf', () => {
  it.each([
    ['recipient refused', { code: 'EENVELOPE', responseCode: 550 }, 'permanent', 550],
    ['message refused', { code: 'EMESSAGE', responseCode: 554 }, 'permanent', 554],
    ['not an address', { code: 'EENVELOPE' }, 'permanent', null],
    ['greylisted', { code: 'EENVELOPE', responseCode: 451 }, 'temporary', 451],
    ['server going down', { code: 'ECONNECTION', responseCode: 421 }, 'temporary', 421],
    ['our password is wrong', { code: 'EAUTH', responseCode: 535 }, 'temporary', 535],
    ['greeted with a refusal', { code: 'EPROTOCOL', responseCode: 554 }, 'temporary', 554],
    ['nobody listens', { code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'temporary', null],
    ['link broken, whatever the command', { code: 'ECONNECTION', command: 'CONN' }, 'ambiguous', null],
    ['silence', { code: 'ETIMEDOUT', command: 'DATA' }, 'ambiguous', null],
    ['given up', { code: 'EABORT' }, 'ambiguous', null],
  ])('%s', (_, fields, outcome, smtpCode) => {
    expect(outcomeOf(error(fields))).toEqual({ outcome, smtpCode, error: 'no' });
  });
});

describe('oneLine', () => {
  it.each([
    ['王芳\r\nBcc: x@evil.example', '王芳 Bcc: x@evil.example'],
    ['a\u2028b\u2029c\u0000d\u007fe\u0085f', 'a b c d e f'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['家'.repeat(20), `${'家'.repeat(9)}…`],
    ['𠮷'.repeat(10), '𠮷'.repeat(10)],
  ])('%j', (text, line) => {
    expect(oneLine(text, 10 + (line.includes('家') || line.includes('𠮷') ? 0 : 90))).toBe(line);
  });
});

describe('readMailbox', () => {
  it.each([
    ['Zenmeban <a@b.example>', 'Zenmeban', 'a@b.example'],
    ['"怎么办 通知" <a@b.example>', '怎么办 通知', 'a@b.example'],
    ['a@b.example', '', 'a@b.example'],
  ])('%s', (text, name, address) => {
    expect(readMailbox(text)).toEqual({ name, address });
  });
});

describe('isAddress', () => {
  it.each([
    ['a@b.example', true],
    ['王芳@例子.example', true],
    ['a@b.example, c@d.example', false],
    ['Eve <a@b.example>', false],
    ['a@b.example\r\nrcpt to:<evil@evil.example>', false],
    ['a@b@c.example', false],
    ['a\u0000@b.example', false],
    [`${'a'.repeat(250)}@b.example`, false],
    ['', false],
  ])('%j: %s', (text, is) => {
    expect(isAddress(text)).toBe(is);
  });
});
