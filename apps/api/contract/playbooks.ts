import { z } from 'zod';
import { localized } from './common';

export const playbookSummary = z
  .object({
    id: z.string(),
    number: z.int(),
    kind: z.enum(['guidance', 'incident']),
    severity: z.enum(['low', 'normal', 'high', 'critical']),
    icon: z.string(),
    title: localized,
    summary: localized,
    search: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
    version: z.int(),
    stepCount: z.int(),
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
    say: z.array(localized),
    never: z.array(localized),
    why: localized.optional(),
    ask: z.record(z.string(), question),
    after: z.array(z.string()),
    /** Conditions are plain data: `{field, in}`, `{all}`, `{any}`, `{not}`. */
    when: z.unknown().optional(),
    withinSeconds: z.int().optional(),
    owner: z.string().optional(),
    escalate: z.object({ policy: z.string() }).optional(),
    required: z.boolean(),
  })
  .meta({ id: 'Step' });

/** A whole version, immutable: a run keeps the one it began with. */
export const playbook = playbookSummary
  .extend({
    register: z.string().optional(),
    escalate: z.object({ on: z.literal('opened'), policy: z.string() }).optional(),
    overduePolicy: z.string(),
    steps: z.array(step),
  })
  .meta({ id: 'Playbook' });

export const playbookQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() });
