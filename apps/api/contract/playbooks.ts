import { holidays } from '@zenmeban/domain/engine';
import { z } from 'zod';
import { instant, localized, text } from './common';

/** A shelf to browse by; `position` is its place, from 0. */
const situation = z.object({ id: z.string(), icon: z.string(), title: localized, position: z.int() });

export const playbookSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    kind: z.enum(['guidance', 'incident']),
    severity: z.enum(['low', 'normal', 'high', 'critical']),
    situation,
    register: z.object({ id: z.string(), title: localized }).optional(),
    icon: z.string(),
    title: localized,
    summary: localized,
    search: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
    version: z.int(),
    /** Steps of the run; of guidance those of the card to read. */
    stepCount: z.int(),
    /** Guidance from which a short incident may be opened. */
    loggable: z.boolean(),
    /** When the caller last practised it. */
    practisedAt: instant.nullable(),
  })
  .meta({ id: 'PlaybookSummary' });

const option = z.object({ id: z.string(), label: localized });
const asked = { label: localized, hint: localized.optional(), optional: z.boolean().optional() };

export const question = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('one-of'), options: z.array(option), ...asked }),
    z.object({ type: z.literal('many-of'), options: z.array(option), ...asked }),
    z.object({ type: z.literal('yes-no'), ...asked }),
    z.object({ type: z.literal('text'), ...asked }),
    z.object({ type: z.literal('number'), min: z.number(), max: z.number(), unit: localized.optional(), ...asked }),
    z.object({ type: z.literal('date-time'), ...asked }),
  ])
  .meta({ id: 'Question' });

export const step = z
  .object({
    id: z.string(),
    title: localized,
    do: z.array(localized),
    /** A phrase with `holiday` is for that day only. */
    say: z.array(localized.extend({ holiday: z.enum(holidays).optional() })),
    never: z.array(localized),
    why: localized.optional(),
    ask: z.record(z.string(), question),
    after: z.array(z.string()),
    /** Conditions are plain data: `{field, in}`, `{all}`, `{any}`, `{not}`. */
    when: z.unknown().optional(),
    withinSeconds: z.int().optional(),
    /** The question whose answer is the deadline. */
    by: z.string().optional(),
    remindSeconds: z.int().optional(),
    owner: z.string().optional(),
    escalate: z.object({ policy: z.string() }).optional(),
    required: z.boolean(),
    visibleTo: z.enum(['supervisor', 'manager']).optional(),
    caresFor: z.literal('staff').optional(),
    /** Of guidance: belongs to the short incident that may be opened, not to the card. */
    log: z.literal(true).optional(),
  })
  .meta({ id: 'Step' });

/** A whole version, immutable but for `practisedAt`: a run keeps the one it began with. */
export const playbook = playbookSummary
  .extend({
    escalate: z.object({ on: z.literal('opened'), policy: z.string() }).optional(),
    overduePolicy: z.string(),
    resolveWithinSeconds: z.int().optional(),
    /** A condition like `when`: once it holds, the incident is restricted. */
    restrictedWhen: z.unknown().optional(),
    steps: z.array(step),
  })
  .meta({ id: 'Playbook' });

/** One version in the history of a playbook. */
export const playbookVersion = z
  .object({
    version: z.int(),
    loadedAt: instant,
    current: z.boolean(),
    /** How many incidents at the caller's sites began with it; drills and cancelled ones do not count. */
    incidents: z.int(),
    /** What changed against the version before, a sentence each; of the first one nothing. */
    changes: z.array(localized),
  })
  .meta({ id: 'PlaybookVersion' });

export const practised = z.strictObject({});

export const playbookQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() });

/** What somebody typed who looks for a playbook. */
export const searchQuery = z.strictObject({ q: text(200), limit: z.coerce.number().int().min(1).max(100).optional() });

/** `score` is comparable only within one answer. */
export const foundPlaybook = z.object({ playbook: playbookSummary, score: z.number() }).meta({ id: 'FoundPlaybook' });

const inBoth = z.object({ zh: z.array(z.string()), en: z.array(z.string()) });
const byText = z.record(z.string(), z.string());

/** What the web app searches in: `@zenmeban/domain/search` says what everything means. */
export const searchIndex = z
  .object({
    playbooks: z.array(z.object({ id: z.string(), number: z.int(), names: inBoth, words: inBoth, texts: inBoth })),
    readings: z.object({ usual: byText, other: byText }),
    pinyin: byText,
  })
  .meta({ id: 'SearchIndex' });
