import {
  conditionInWords,
  type Language,
  type Localized,
  type Playbook,
  type Question,
  questionsOf,
  type Step,
} from '../engine';
import { formatDuration } from './duration';

/**
 * What changed from one version of a playbook to the next, in sentences a manager reads; empty when what people see and
 * follow is the same. Steps and questions are told apart by their ids, which never change.
 */
export function comparePlaybooks(before: Playbook, after: Playbook): Localized[] {
  return [...compareHeads(before, after), ...compareSteps(before, after)];
}

/** A part of a playbook or a step: its name, and its value as people read it; null = it has none. */
type Part = { readonly name: Localized; readonly value: (language: 'zh' | 'en') => string | null };

function compareHeads(before: Playbook, after: Playbook): Localized[] {
  const then = headParts(before);
  return headParts(after).flatMap((part, index) => changed(part.name, then[index], part));
}

const headParts = (playbook: Playbook): Part[] => [
  { name: names.title, value: (l) => playbook.title[l] },
  { name: names.summary, value: (l) => playbook.summary[l] },
  { name: names.kind, value: (l) => kinds[playbook.kind][l] },
  { name: names.severity, value: (l) => severityNames[playbook.severity][l] },
  { name: names.situation, value: (l) => playbook.situation.title[l] },
  { name: names.register, value: (l) => playbook.register?.title[l] ?? null },
  { name: names.callsOnOpening, value: () => playbook.escalate?.policy ?? null },
  { name: names.overdue, value: () => playbook.overduePolicy },
  { name: names.resolveWithin, value: (l) => durationOf(playbook.resolveWithinSeconds, l) },
  {
    name: names.restricted,
    value: (l) =>
      (playbook.restrictedWhen && conditionInWords(playbook.restrictedWhen, questionsOf(playbook), l)) || null,
  },
  { name: names.search, value: (l) => playbook.search[l].join(l === 'zh' ? '、' : ', ') },
];

function compareSteps(before: Playbook, after: Playbook): Localized[] {
  const was = new Map(before.steps.map((step) => [step.id, step]));
  const is = new Map(after.steps.map((step) => [step.id, step]));
  const removed = before.steps.filter(({ id }) => !is.has(id));
  const added = after.steps.filter(({ id }) => !was.has(id));
  const kept = (steps: readonly Step[], others: ReadonlyMap<string, Step>) =>
    steps.flatMap(({ id }) => (others.has(id) ? [id] : []));
  const isReordered = kept(before.steps, is).join(' ') !== kept(after.steps, was).join(' ');
  return [
    ...removed.map(({ title }) => sentence(`删去了步骤“${title.zh}”。`, `The step “${title.en}” was removed.`)),
    ...added.map(({ title }) => sentence(`新增了步骤“${title.zh}”。`, `The step “${title.en}” was added.`)),
    ...(isReordered ? [sentence('步骤的先后次序变了。', 'The order of the steps changed.')] : []),
    ...after.steps.flatMap((step) => {
      const earlier = was.get(step.id);
      return earlier ? compareStep({ step: earlier, playbook: before }, { step, playbook: after }) : [];
    }),
  ];
}

type InPlaybook = { readonly step: Step; readonly playbook: Playbook };

function compareStep(before: InPlaybook, after: InPlaybook): Localized[] {
  const then = stepParts(before);
  const inStep: Localized = { zh: `步骤“${after.step.title.zh}”：`, en: `Step “${after.step.title.en}”: ` };
  return [
    ...stepParts(after).flatMap((part, index) => changed(part.name, then[index], part)),
    ...lineChanges(names.do, before.step.do, after.step.do),
    ...lineChanges(names.say, before.step.say, after.step.say),
    ...lineChanges(names.never, before.step.never, after.step.never),
    ...compareQuestions(before.step.ask, after.step.ask),
  ].map((change) => ({ zh: inStep.zh + change.zh, en: inStep.en + change.en }));
}

const stepParts = ({ step, playbook }: InPlaybook): Part[] => {
  const title = (id: string, l: 'zh' | 'en') => playbook.steps.find((one) => one.id === id)?.title[l] ?? id;
  return [
    { name: names.title, value: (l) => step.title[l] },
    { name: names.why, value: (l) => step.why?.[l] ?? null },
    { name: names.when, value: (l) => (step.when ? conditionInWords(step.when, questionsOf(playbook), l) : null) },
    { name: names.after, value: (l) => step.after.map((id) => title(id, l)).join(l === 'zh' ? '、' : ', ') || null },
    { name: names.within, value: (l) => durationOf(step.withinSeconds, l) },
    { name: names.by, value: () => step.by ?? null },
    { name: names.remind, value: (l) => durationOf(step.remindSeconds, l) },
    { name: names.owner, value: () => step.owner ?? null },
    { name: names.calls, value: () => step.escalate?.policy ?? null },
    { name: names.required, value: (l) => yesOrNo(step.required)[l] },
    { name: names.visibleTo, value: () => step.visibleTo ?? null },
    { name: names.caresFor, value: (l) => yesOrNo(step.caresFor !== undefined)[l] },
  ];
};

function compareQuestions(before: Step['ask'], after: Step['ask']): Localized[] {
  const removed = Object.entries(before).filter(([field]) => !Object.hasOwn(after, field));
  return [
    ...removed.map(([, { label }]) => sentence(`不再问“${label.zh}”。`, `“${label.en}” is no longer asked.`)),
    ...Object.entries(after).flatMap(([field, question]) => {
      const earlier = before[field];
      if (!earlier) return [sentence(`新问“${question.label.zh}”。`, `“${question.label.en}” is newly asked.`)];
      return compareQuestion(earlier, question);
    }),
  ];
}

function compareQuestion(before: Question, after: Question): Localized[] {
  const about = { zh: `问题“${after.label.zh}”`, en: `the question “${after.label.en}”` };
  const parts = (question: Question): Part[] => [
    {
      name: named(about, names.wording),
      value: (l) => [question.label[l], question.hint?.[l]].filter(Boolean).join(' · '),
    },
    { name: named(about, names.form), value: (l) => formOf(question)[l] },
    { name: named(about, names.optional), value: (l) => yesOrNo(question.optional === true)[l] },
  ];
  const then = parts(before);
  return parts(after).flatMap((part, index) => changed(part.name, then[index], part));
}

const formOf = (question: Question): Localized => {
  const all = (language: 'zh' | 'en') =>
    'options' in question ? question.options.map(({ label }) => label[language]).join(' / ') : '';
  const range = question.type === 'number' ? ` ${question.min}–${question.max}` : '';
  const form = forms[question.type];
  return {
    zh: [form.zh + range, all('zh')].filter(Boolean).join('：'),
    en: [form.en + range, all('en')].filter(Boolean).join(': '),
  };
};

/** One part, if it differs in either language. */
function changed(name: Localized, before: Part | undefined, after: Part): Localized[] {
  const [zhThen, enThen] = [before?.value('zh') ?? null, before?.value('en') ?? null];
  const [zhNow, enNow] = [after.value('zh'), after.value('en')];
  if (zhThen === zhNow && enThen === enNow) return [];
  return [sentence(inChinese(name.zh, zhThen, zhNow), inEnglish(name.en, enThen, enNow))];
}

function inChinese(name: string, before: string | null, after: string | null): string {
  if (before === null) return `${name}现在为“${after ?? ''}”，原来没有。`;
  if (after === null) return `${name}取消了，原来为“${before}”。`;
  return before === after ? `${name}的英文改了。` : `${name}由“${before}”改为“${after}”。`;
}

function inEnglish(name: string, before: string | null, after: string | null): string {
  if (before === null) return `${name} is now “${after ?? ''}”; there was none.`;
  if (after === null) return `${name} was dropped; it was “${before}”.`;
  return before === after ? `${name} changed in Chinese.` : `${name} changed from “${before}” to “${after}”.`;
}

/** Lines have no ids: those that are gone, those that are new, and whether the rest is in another order. */
function lineChanges(name: Localized, before: readonly Localized[], after: readonly Localized[]): Localized[] {
  const key = ({ zh, en }: Localized) => JSON.stringify([zh, en]);
  const was = new Set(before.map(key));
  const is = new Set(after.map(key));
  const kept = (lines: readonly Localized[], others: ReadonlySet<string>) =>
    lines
      .map(key)
      .filter((line) => others.has(line))
      .join();
  const gone = before.filter((line) => !is.has(key(line)));
  const fresh = after.filter((line) => !was.has(key(line)));
  const reworded = gone.flatMap((then) => {
    const now = fresh.find((line) => line.zh === then.zh || line.en === then.en);
    return now ? [{ then, now }] : [];
  });
  const isReworded = (line: Localized) => reworded.some(({ then, now }) => line === then || line === now);
  return [
    ...reworded.map(({ then, now }) =>
      then.en === now.en
        ? sentence(`${name.zh}里“${then.zh}”改为“${now.zh}”。`, `The Chinese of “${now.en}” in ${name.en} changed.`)
        : sentence(`${name.zh}里“${now.zh}”的英文改了。`, `In ${name.en}, “${then.en}” became “${now.en}”.`),
    ),
    ...gone
      .filter((line) => !isReworded(line))
      .map(({ zh, en }) => sentence(`${name.zh}删去了“${zh}”。`, `${name.en} no longer has “${en}”.`)),
    ...fresh
      .filter((line) => !isReworded(line))
      .map(({ zh, en }) => sentence(`${name.zh}新增了“${zh}”。`, `${name.en} now has “${en}”.`)),
    ...(kept(before, is) === kept(after, was)
      ? []
      : [sentence(`${name.zh}的次序变了。`, `The order of ${name.en} changed.`)]),
  ];
}

const sentence = (zh: string, en: string): Localized => ({ zh, en: en.charAt(0).toUpperCase() + en.slice(1) });
const named = (about: Localized, name: Localized): Localized => ({
  zh: `${about.zh}的${name.zh}`,
  en: `${name.en} of ${about.en}`,
});
const durationOf = (seconds: number | undefined, language: Language) =>
  seconds === undefined ? null : formatDuration(seconds, language);
const yesOrNo = (value: boolean): Localized => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });

const names = {
  title: { zh: '标题', en: 'the title' },
  summary: { zh: '说明', en: 'the summary' },
  kind: { zh: '种类', en: 'the kind' },
  severity: { zh: '严重程度', en: 'the severity' },
  situation: { zh: '情形', en: 'the situation' },
  register: { zh: '台账', en: 'the register' },
  callsOnOpening: { zh: '开始时的呼叫', en: 'the call on opening' },
  overdue: { zh: '超时的呼叫', en: 'the call when overdue' },
  resolveWithin: { zh: '解决时限', en: 'the time to resolve' },
  restricted: { zh: '保密条件', en: 'the condition for restriction' },
  search: { zh: '搜索词', en: 'the search words' },
  why: { zh: '理由', en: 'the reason' },
  when: { zh: '条件', en: 'the condition' },
  after: { zh: '前面的步骤', en: 'what comes before' },
  within: { zh: '时限', en: 'the time' },
  by: { zh: '约定时间', en: 'the promised time' },
  remind: { zh: '提醒', en: 'the reminder' },
  owner: { zh: '岗位', en: 'the post' },
  calls: { zh: '呼叫', en: 'the call' },
  required: { zh: '必做', en: 'required' },
  visibleTo: { zh: '仅可见于', en: 'who may see it' },
  caresFor: { zh: '照顾同事', en: 'care for a colleague' },
  do: { zh: '“要做”', en: 'what to do' },
  say: { zh: '“要说”', en: 'what to say' },
  never: { zh: '“切忌”', en: 'what never to do' },
  wording: { zh: '问法', en: 'the wording' },
  form: { zh: '答法', en: 'the form' },
  optional: { zh: '可不答', en: 'optional' },
} satisfies Record<string, Localized>;

const kinds = { guidance: { zh: '指引', en: 'guidance' }, incident: { zh: '事件', en: 'incident' } };
const severityNames = {
  low: { zh: '低', en: 'low' },
  normal: { zh: '一般', en: 'normal' },
  high: { zh: '高', en: 'high' },
  critical: { zh: '紧急', en: 'critical' },
};
const forms: Readonly<Record<Question['type'], Localized>> = {
  'one-of': { zh: '选一项', en: 'one of' },
  'many-of': { zh: '可选多项', en: 'any of' },
  'yes-no': { zh: '是或否', en: 'yes or no' },
  text: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  'date-time': { zh: '日期时间', en: 'a date and time' },
};
