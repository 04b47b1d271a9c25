import { z } from 'zod';
import { holidays, posts, severities, textProblem } from '../engine';
import { readDuration } from './duration';
import { maxSteps } from './limits';

/**
 * How an author writes the files of the handbook. Codes in `params` are worded in `zod-findings.ts`; the descriptions
 * are what an editor shows, through the JSON Schema made of this (`json-schema.ts`).
 */

const asList = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);
const custom = (code: string) => ({ params: { code } });

/** One thing, or a list of them. The JSON Schema is told so, which it could not see through the preprocessing. */
const oneOrMore = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess(asList, z.array(item).min(1).max(most).optional()).meta({ oneOrMore: item });

export const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const id = z.string().max(60).regex(kebab);

const text = z.string().refine((value) => textProblem(value, 1_000) === null, custom('text'));
const localized = z.strictObject({ zh: text, en: text });
const phrase = z.strictObject({
  zh: text,
  en: text,
  holiday: z.enum(holidays).optional().describe('Shown on this day only.'),
});
const duration = z
  .string()
  .transform((value, context) => {
    const seconds = readDuration(value);
    if (seconds !== null) return seconds;
    context.addIssue({ code: 'custom', ...custom('duration') });
    return z.NEVER;
  })
  .meta({ description: 'A time: 30s, 5m, 2h or 1d.', pattern: '^[1-9][0-9]*[smhd]$' });

const options = z
  .record(z.string(), localized)
  .refine((value) => Object.keys(value).length >= 2 && Object.keys(value).length <= 30, custom('options'));
const choice = z
  .union([id, options], { error: () => 'choice' })
  .describe('Options by name, 2 to 30 of them; or the name of a list in taxonomy.yaml.');

/** Read by `read-condition.ts`, which knows the questions. */
const condition = z
  .unknown()
  .describe('`question: option`, `question: [options]`, `all: […]`, `any: […]` or `not: {…}`; several must all hold.')
  .meta({ condition: true });

const question = z.strictObject({
  label: localized.describe('What is asked.'),
  hint: localized.optional().describe('A line below it, to help.'),
  optional: z.boolean().optional().describe('May be left unanswered.'),
  'one-of': choice.optional(),
  'many-of': choice.optional(),
  'yes-no': z.literal(true).optional(),
  text: z.literal(true).optional(),
  'date-time': z.literal(true).optional(),
  number: z
    .strictObject({ min: z.number(), max: z.number(), unit: localized.optional() })
    .refine(({ min, max }) => min < max, custom('range'))
    .optional(),
});
export const questionTypes = ['one-of', 'many-of', 'yes-no', 'text', 'number', 'date-time'] as const;

const callPolicy = z.strictObject({ policy: id.describe('A policy of policies.yaml.') });

const step = z.strictObject({
  id: id.describe('Unique in this file; never changes, records refer to it.'),
  title: localized.describe('The heading of the card: 2 to 8 Chinese characters.'),
  do: oneOrMore(localized, 30).describe('What to do, in order; one line each, readable while walking.'),
  say: oneOrMore(phrase, 30).describe('What to say (要说).'),
  never: oneOrMore(localized, 30).describe('What never to do or say here (切忌).'),
  why: localized.optional().describe('Why it is so, or where local rules decide.'),
  ask: z
    .record(
      z.string(),
      question.refine((given) => questionTypes.filter((type) => given[type]).length === 1, custom('question-type')),
    )
    .optional()
    .describe('Questions by name; a name is unique in the whole file.'),
  after: z
    .preprocess(asList, z.array(z.string()).max(maxSteps).optional())
    .meta({ oneOrMore: z.string() })
    .describe('The steps that come before; default: the one above. []: ready at once.'),
  when: condition.optional(),
  within: duration.optional().describe('Time from ready to due: 30s, 5m, 2h or 1d.'),
  by: z.string().optional().describe('A date-time question asked before: its answer is the deadline.'),
  remind: duration.optional().describe('A mail to whoever has the step, so long before the deadline.'),
  owner: z.enum(posts).optional().describe('The post that does it, when it is not whoever handles the incident.'),
  escalate: callPolicy.optional().describe('Calls people when this step becomes ready.'),
  required: z.boolean().optional().describe('Cannot be skipped; keeps the incident from being resolved.'),
  'visible-to': z
    .enum(['supervisor', 'manager'])
    .optional()
    .describe('Only this role and higher ones may complete it and see what was answered.'),
  'cares-for': z.literal('staff').optional().describe('Looks after a colleague, not the customer.'),
});
const steps = z.array(step).min(1).max(maxSteps);

const words = z.array(z.string().trim().min(1).max(40)).min(1).max(40);

export const playbookFile = z.strictObject({
  id: id.describe('Never changes: records refer to it.'),
  number: z.int().min(1).max(999),
  kind: z.enum(['guidance', 'incident']).describe('incident: opened and worked through; guidance: a card to read.'),
  severity: z.enum(severities),
  situation: id.describe('The shelf it stands on: a situation of taxonomy.yaml.'),
  register: id.optional().describe('The register (台账) it is filed in: one of registers.yaml.'),
  icon: id,
  title: localized,
  summary: localized.describe('One sentence: when to use it.'),
  search: z.strictObject({ zh: words, en: words }).describe('Other words people type.'),
  escalate: z
    .strictObject({ on: z.literal('opened'), policy: id })
    .optional()
    .describe('Calls people the moment the incident is opened.'),
  'overdue-policy': id.optional().describe('Who hears of late steps; default: overdue.'),
  'resolve-within': duration.optional().describe('From opening to resolved; no deadline of a step lies after it.'),
  'restricted-when': condition.optional(),
  steps,
  log: steps.optional().describe('Guidance only: the steps of the short incident that may be logged from the card.'),
});

const most = (seconds: number) => duration.refine((value) => value <= seconds, custom(`at-most-${seconds}`));
const address = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => z.email().safeParse(value).success, custom('address'));
const percent = z
  .string()
  .refine((value) => /^[1-9]\d?%$/.test(value), custom('percent'))
  .transform((value) => Number.parseInt(value, 10));

const oneTarget = ['on-duty', 'role', 'person', 'level-above'] as const;
const target = z
  .strictObject({
    'on-duty': z.enum(['supervisor', 'manager', 'facilities', 'cleaning', 'security']).optional(),
    role: z.enum(['supervisor', 'manager', 'administrator']).optional(),
    person: address.optional(),
    'level-above': z.literal(true).optional(),
  })
  .refine((given) => oneTarget.filter((name) => given[name] !== undefined).length === 1, custom('target'));

const times = z.int().min(1).max(10);
const level = z.strictObject({
  after: duration.optional(),
  call: z.array(target).min(1).max(10),
  repeat: z.strictObject({ times, every: duration }).optional(),
});

const policy = z.strictObject({
  title: localized,
  levels: z.array(level).min(1).max(10),
  'no-progress': duration,
  bundle: most(600).optional(),
  hours: z.enum(['opening', 'working']).optional(),
  warn: z.strictObject({ at: percent, from: duration }).optional(),
  snooze: z.strictObject({ 'at-most': most(86_400), times }).optional(),
});

export const policiesFile = z.strictObject({ policies: z.record(z.string(), policy) });

export const taxonomyFile = z.strictObject({
  situations: z.record(z.string(), z.strictObject({ icon: id, title: localized })),
  lists: z.record(z.string(), options),
});

export const registersFile = z.strictObject({
  registers: z.record(
    z.string(),
    z.strictObject({
      title: localized,
      record: z.record(z.string(), z.union([z.literal('always'), z.strictObject({ when: condition })])),
    }),
  ),
});

const many = z.array(z.string().trim().min(1).max(40)).max(400);

export const everydayWordsFile = z.strictObject({
  words: z.record(z.string(), z.strictObject({ zh: many, en: many })),
});

export type PlaybookFile = z.output<typeof playbookFile>;
export type StepFile = PlaybookFile['steps'][number];
export type QuestionFile = NonNullable<StepFile['ask']>[string];
export type PoliciesFile = z.output<typeof policiesFile>;
export type TaxonomyFile = z.output<typeof taxonomyFile>;
export type RegistersFile = z.output<typeof registersFile>;
