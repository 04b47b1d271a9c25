import { describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import { uuidV7 } from './uuid-v7';

describe('uuidV7', () => {
  it('is a valid version 7 that begins with its time', () => {
    const at = new Date('2026-11-23T09:30:00.123Z');
    const id = uuidV7(at);
    expect([validate(id), version(id)]).toEqual([true, 7]);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime());
  });

  it('differs every time', () => {
    const ids = Array.from({ length: 1_000 }, () => uuidV7(new Date(0)));
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.every((id) => validate(id))).toBe(true);
  });
});
