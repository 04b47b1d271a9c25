import { describe, expect, it } from '@jest/globals';
import { hostileFiles } from '../examples/hostile';
import { shared } from '../examples/shared';
import { readPlaybook } from './read-playbook';

describe('a hostile file', () => {
  it.each(hostileFiles)('is refused: %s', (_, source, code) => {
    const result = readPlaybook(source, 'hostile.yaml', shared);
    expect('problems' in result && result.problems.map((problem) => problem.code)).toContain(code);
  });

  it('never reports more than a person can read', () => {
    const result = readPlaybook('k: 1\n'.repeat(490), 'hostile.yaml', shared);
    expect('problems' in result && result.problems.length).toBe(200);
  });
});
