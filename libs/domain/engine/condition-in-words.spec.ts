import { describe, expect, it } from '@jest/globals';
import { conditionInWords } from './condition-in-words';
import type { Condition, Question } from './playbook';

const option = (id: string, zh: string, en: string) => ({ id, label: { zh, en } });

const questions: Record<string, Question> = {
  injury: {
    type: 'one-of',
    label: { zh: '伤得怎么样？', en: 'How badly hurt?' },
    options: [
      option('none', '没有受伤', 'Not hurt'),
      option('minor', '轻伤（擦破）', 'Minor (graze)'),
      option('serious', '较重', 'Serious'),
    ],
  },
  doctor: { type: 'yes-no', label: { zh: '要看医生吗？', en: 'Is a doctor wanted?' } },
  where: {
    type: 'many-of',
    label: { zh: '哪里疼？', en: 'Where does it hurt?' },
    options: [option('head', '头', 'Head'), option('knee', '膝（左）', 'Knee (left)'), option('knees', '膝', 'Knee')],
  },
};

const minor: Condition = { field: 'injury', in: ['minor'] };
const doctor: Condition = { field: 'doctor', in: [true] };
const head: Condition = { field: 'where', in: ['head', 'knee'] };

describe('conditionInWords', () => {
  it.each<[string, Condition, string, string]>([
    ['one option', minor, '伤得怎么样：“轻伤”', '“How badly hurt?” is “Minor”'],
    [
      'several options',
      { field: 'injury', in: ['none', 'minor', 'serious'] },
      '伤得怎么样：“没有受伤”、“轻伤”或“较重”',
      '“How badly hurt?” is “Not hurt”, “Minor” or “Serious”',
    ],
    ['yes', doctor, '要看医生吗：“是”', '“Is a doctor wanted?” is “Yes”'],
    [
      'one of many, with the brackets that tell options apart',
      head,
      '哪里疼：选了“头”或“膝（左）”',
      '“Where does it hurt?” includes “Head” or “Knee (left)”',
    ],
    [
      'all',
      { all: [minor, doctor] },
      '伤得怎么样：“轻伤”，并且要看医生吗：“是”',
      '“How badly hurt?” is “Minor”, and “Is a doctor wanted?” is “Yes”',
    ],
    [
      'any, with a group inside',
      { any: [doctor, { all: [minor, head] }] },
      '要看医生吗：“是”，或者（伤得怎么样：“轻伤”，并且哪里疼：选了“头”或“膝（左）”）',
      '“Is a doctor wanted?” is “Yes”, or (“How badly hurt?” is “Minor”, and “Where does it hurt?” includes “Head” or “Knee (left)”)',
    ],
    [
      'not, which an unanswered question meets',
      { not: doctor },
      '要看医生吗：没有选“是”',
      '“Is a doctor wanted?” is not “Yes”',
    ],
    [
      'not of a group',
      { not: { any: [minor, { not: doctor }] } },
      '伤得怎么样：没有选“轻伤”，并且要看医生吗：“是”',
      '“How badly hurt?” is not “Minor”, and “Is a doctor wanted?” is “Yes”',
    ],
    ['a group of one', { any: [minor] }, '伤得怎么样：“轻伤”', '“How badly hurt?” is “Minor”'],
    ['what it does not know, by its name', { field: 'x', in: ['y'] }, 'x：“y”', '“x” is “y”'],
  ])('says %s', (_, condition, zh, en) => {
    expect(conditionInWords(condition, questions, 'zh')).toBe(zh);
    expect(conditionInWords(condition, questions, 'en')).toBe(en);
  });
});
