import { z } from 'zod';
import { posts, registers, severities, textProblem } from '../engine';
import { readDuration } from './duration';
import { maxSteps } from './limits';

/** How an author writes a playbook and the policies. Codes in `params` are worded in `zod-findings.ts`. */

const asList = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);
const custom = (code: string) => ({ params: { code } });

export const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const id = z.string().max(60).regex(kebab);

const text = z.string().refine((value) => textProblem(value, 1_000) === null, custom('text'));
const localized = z.strictObject({ zh: text, en: text });
const texts = z.preprocess(asList, z.array(localized).min(1).max(30).optional());
const duration = z.string().transform((value, context) => {
  const seconds = readDuration(value);
  if (seconds !== null) return seconds;
  context.addIssue({ code: 'custom', ...custom('duration') });
  return z.NEVER;
});

const options = z
  .record(z.string(), localized)
  .refine((value) => Object.keys(value).length >= 2 && Object.keys(value).length <= 30, custom('options'));

const question = z.strictObject({
  label: localized,
  hint: localized.optional(),
  optional: z.boolean().optional(),
  'one-of': options.optional(),
  'many-of': options.optional(),
  'yes-no': z.literal(true).optional(),
  text: z.literal(true).optional(),
  'date-time': z.literal(true).optional(),
  number: z
    .strictObject({ min: z.number(), max: z.number(), unit: localized.optional() })
    .refine(({ min, max }) => min < max, custom('range'))
    .optional(),
});

export const questionTypes = ['one-of', 'many-of', 'yes-no', 'text', 'number', 'date-time'] as const;

const callPolicy = z.strictObject({ policy: id });

const step = z.strictObject({
  id,
  title: localized,
  do: texts,
  say: texts,
  never: texts,
  why: localized.optional(),
  ask: z
    .record(
      z.string(),
      question.refine((given) => questionTypes.filter((type) => given[type]).length === 1, custom('question-type')),
    )
    .optional(),
  after: z.preprocess(asList, z.array(z.string()).max(maxSteps).optional()),
  when: z.unknown().optional(),
  within: duration.optional(),
  owner: z.enum(posts).optional(),
  escalate: callPolicy.optional(),
  required: z.boolean().optional(),
});

const words = z.array(z.string().trim().min(1).max(40)).min(1).max(40);

export const playbookFile = z.strictObject({
  id,
  number: z.int().min(1).max(999),
  kind: z.enum(['guidance', 'incident']),
  severity: z.enum(severities),
  register: z.enum(registers).optional(),
  icon: id,
  title: localized,
  summary: localized,
  search: z.strictObject({ zh: words, en: words }),
  escalate: z.strictObject({ on: z.literal('opened'), policy: id }).optional(),
  'overdue-policy': id.optional(),
  steps: z.array(step).min(1).max(maxSteps),
});

const target = z
  .strictObject({
    'on-duty': z.enum(['supervisor', 'manager', 'facilities', 'cleaning', 'security']).optional(),
    role: z.enum(['supervisor', 'manager', 'administrator']).optional(),
  })
  .refine((given) => (given['on-duty'] === undefined) !== (given.role === undefined), custom('target'));

const policy = z.strictObject({
  title: localized,
  levels: z
    .array(z.strictObject({ after: duration.optional(), call: z.array(target).min(1).max(10) }))
    .min(1)
    .max(10),
  'no-progress': duration,
});

export const policiesFile = z.strictObject({ policies: z.record(z.string(), policy) });

export type PlaybookFile = z.output<typeof playbookFile>;
export type StepFile = PlaybookFile['steps'][number];
export type QuestionFile = NonNullable<StepFile['ask']>[string];
export type PoliciesFile = z.output<typeof policiesFile>;
