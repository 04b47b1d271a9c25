import { describe, expect, it } from '@jest/globals';
import { evaluate } from './condition';
import type { Answers, Condition } from './playbook';

const minor: Condition = { field: 'injury', in: ['minor'] };
const wantsDoctor: Condition = { field: 'doctor', in: [true] };

describe('evaluate', () => {
  it.each<[string, Condition, Answers, boolean]>([
    ['the value asked for', minor, { injury: 'minor' }, true],
    ['another value', minor, { injury: 'none' }, false],
    ['one of several values', { field: 'injury', in: ['minor', 'serious'] }, { injury: 'serious' }, true],
    ['no answer at all', minor, {}, false],
    ['not, of no answer', { not: minor }, {}, true],
    ['yes', wantsDoctor, { doctor: true }, true],
    ['no', wantsDoctor, { doctor: false }, false],
    ['one of the chosen options', { field: 'harm', in: ['burn'] }, { harm: ['clothes', 'burn'] }, true],
    ['none of the chosen options', { field: 'harm', in: ['burn'] }, { harm: ['clothes'] }, false],
    ['all', { all: [minor, wantsDoctor] }, { injury: 'minor', doctor: true }, true],
    ['all but one', { all: [minor, wantsDoctor] }, { injury: 'minor', doctor: false }, false],
    ['any', { any: [minor, wantsDoctor] }, { injury: 'none', doctor: true }, true],
    ['none of any', { any: [minor, wantsDoctor] }, { injury: 'none', doctor: false }, false],
    ['a field every object inherits', { field: 'constructor', in: [true] }, {}, false],
    ['the text "true" for yes', wantsDoctor, { doctor: 'true' }, false],
  ])('%s', (_, condition, answers, holds) => {
    expect(evaluate(condition, answers)).toBe(holds);
  });
});
