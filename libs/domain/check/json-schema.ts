import { z } from 'zod';
import { playbookFile } from './schema';

/**
 * The form of a playbook file as JSON Schema (draft 2020-12), for completion and hover texts in an editor. It says what
 * a file may look like; what only a reader of the whole can know (names that exist, ways that end) the checker says.
 */
export function playbookJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(playbookFile, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { oneOrMore, condition } = (zodSchema instanceof z.ZodType && zodSchema.meta()) || {};
      if (oneOrMore instanceof z.ZodType) {
        const item = z.toJSONSchema(oneOrMore, { io: 'input' });
        delete item.$schema;
        const { minItems, maxItems } = jsonSchema;
        for (const key of ['type', 'items', 'minItems', 'maxItems', 'oneOrMore']) delete jsonSchema[key];
        Object.assign(jsonSchema, { anyOf: [item, { type: 'array', items: item, minItems, maxItems }] });
      }
      if (condition === true) {
        Object.assign(jsonSchema, { type: 'object', minProperties: 1 });
        delete jsonSchema['condition'];
      }
    },
  });
  return { ...schema, title: 'A playbook of Zenmeban' };
}
