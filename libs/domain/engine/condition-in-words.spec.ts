import { describe, expect, it } from '@jest/globals';
import { both, oneOf, playbook, step } from '../examples/playbook';
import { conditionInWords } from './condition-in-words';
import type { Condition } from './playbook';

const book = playbook(
  step('ask', {
    ask: {
      injury: {
        type: 'one-of',
        label: { zh: '伤得怎么样？', en: 'How badly hurt?' },
        options: [
          { id: 'minor', label: { zh: '轻伤', en: 'Minor' } },
          { id: 'serious', label: { zh: '较重', en: 'Serious' } },
        ],
      },
      doctor: { type: 'yes-no', label: { zh: '要医生吗？', en: 'A doctor?' } },
      place: { ...oneOf('hall'), label: both('Where?') },
    },
  }),
);
const minor: Condition = { field: 'injury', in: ['minor'] };
const doctor: Condition = { field: 'doctor', in: [true] };

describe('conditionInWords', () => {
  it.each<[Condition, string, string]>([
    [minor, '“伤得怎么样？”为“轻伤”', '“How badly hurt?” is “Minor”'],
    [
      { field: 'injury', in: ['minor', 'serious'] },
      '“伤得怎么样？”为“轻伤”或“较重”',
      '“How badly hurt?” is “Minor” or “Serious”',
    ],
    [{ not: doctor }, '并非“要医生吗？”为“是”', 'not “A doctor?” is “Yes”'],
    [
      { any: [minor, { all: [doctor, { field: 'place', in: ['hall'] }] }] },
      '“伤得怎么样？”为“轻伤”，或（“要医生吗？”为“是”，且“Where?”为“hall”）',
      '“How badly hurt?” is “Minor”, or (“A doctor?” is “Yes” and “Where?” is “hall”)',
    ],
    [{ field: 'gone', in: ['x', false] }, '“gone”为“x”或“否”', '“gone” is “x” or “No”'],
  ])('says %j', (condition, zh, en) => {
    expect(conditionInWords(condition, book, 'zh')).toBe(zh);
    expect(conditionInWords(condition, book, 'en')).toBe(en);
  });
});
