import { describe, expect, it } from '@jest/globals';
import type { Question } from '../engine';
import { both, oneOf, playbook, step } from '../examples/playbook';
import { walkInWords } from './walk';

describe('walkInWords', () => {
  it('tells every way from beginning to end, under the answers that lead there', () => {
    const book = playbook(
      step('ask', {
        required: true,
        ask: { injury: { ...oneOf('none', 'minor', 'serious'), label: both('Hurt?') } },
      }),
      step('plaster', { after: ['ask'], when: { field: 'injury', in: ['minor', 'serious'] }, required: true }),
      step('record', { after: ['plaster'] }),
    );
    expect(walkInWords(book, 'en')).toBe(`1 Example
✓ ask
→ Hurt? none
  · record
→ Hurt? minor / serious
  ✓ plaster
  · record
`);
  });

  it('names what is skipped, left open or chosen together', () => {
    const many = { ...oneOf('phone', 'bag'), type: 'many-of', label: both('Harm?'), optional: true } as Question;
    const book = playbook(
      step('ask', { ask: { harm: many } }),
      step('pay', { after: ['ask'], when: { not: { field: 'harm', in: ['phone', 'bag'] } } }),
      step('phone', {
        after: ['ask'],
        when: {
          all: [
            { field: 'harm', in: ['phone'] },
            { field: 'harm', in: ['bag'] },
          ],
        },
      }),
    );
    expect(walkInWords(book, 'en')).toBe(`1 Example
· ask
→ Harm? phone
→ Harm? bag
→ Harm? phone + bag
  · phone
→ Harm? (no answer)
  · pay
`);
  });
});
