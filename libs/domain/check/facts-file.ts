import { z } from 'zod';
import { type CheckProblem, inOrder } from './finding';
import { readYaml, type YamlFile } from './read-yaml';
import { checkShape } from './zod-findings';

const text = z.string().min(1).max(300);

/** Where a fact stands: in a part of a step (without `step`: of the whole playbook), by words found there. */
const place = z.strictObject({
  step: text.optional(),
  in: z.enum([
    ...(['title', 'do', 'say', 'never', 'why', 'ask', 'when', 'within', 'by', 'remind', 'owner', 'escalate'] as const),
    ...(['visible-to', 'cares-for', 'register', 'restricted-when', 'log', 'kind', 'summary', 'search'] as const),
  ]),
  find: text,
});

const fact = z.strictObject({
  fact: z.strictObject({ zh: text, en: text }),
  kind: z.enum(['do', 'say', 'never', 'ask', 'tell', 'record', 'owner', 'deadline', 'rule']),
  from: z.enum(['handbook', 'ours', 'practice']),
  at: z.array(place).max(20),
});

const factsFile = z.record(z.string(), z.array(fact));

export type Place = z.output<typeof place>;
export type Fact = z.output<typeof fact>;

/** The facts by the number of their scenario. */
export type Facts = { readonly scenarios: ReadonlyMap<number, readonly Fact[]>; readonly locate: YamlFile['locate'] };

/** Reads `facts.yaml`: what the handbook says, in our words, and where each fact stands. Never throws. */
export function readFacts(source: string, file: string): Facts | { readonly problems: readonly CheckProblem[] } {
  const yaml = readYaml(source, file);
  if ('problems' in yaml) return yaml;
  const { value, findings } = checkShape(factsFile, yaml.data);
  if (!value) return { problems: inOrder(yaml.locate(findings)) };
  const scenarios = new Map(Object.entries(value).map(([number, facts]) => [Number(number), facts]));
  return { scenarios, locate: yaml.locate };
}
