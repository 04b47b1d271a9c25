import { textProblem } from '@zenmeban/domain/engine';
import { z } from 'zod';

/** Most characters of any text a person types. */
export const maxText = 4_000;

export const localized = z.object({ zh: z.string(), en: z.string() });

export const id = z.uuid();

/** A text that can be stored and shown: no NUL, no half of a surrogate pair, not too long. */
export const text = (max = maxText) =>
  z.string().superRefine((value, context) => {
    const problem = textProblem(value, max);
    if (problem && problem !== 'empty')
      context.addIssue({ code: 'custom', params: { code: problem, max }, message: problem });
  });

/** As `text`, and something must be said. */
export const requiredText = (max = maxText) =>
  text(max).refine((value) => value.trim() !== '', { params: { code: 'empty' }, message: 'empty' });

/** An id or a code that names something; what names nothing is for the reader to say, only storable it must be. */
export const name = text(100);

/** An instant as ISO 8601 with an offset; bounds are checked where the clock is known. */
export const instant = z.iso.datetime({ offset: true });

export const personRef = z.object({ id, name: z.string() });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** RFC 9457 problem details, with a stable code and all invalid fields at once. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
