import type { EscalationLevel, EscalationPolicy, EscalationTarget } from '../engine';
import type { CheckProblem } from './finding';
import { inOrder } from './read-playbook';
import { readYaml } from './read-yaml';
import { kebab, policiesFile, type PoliciesFile } from './schema';
import { checkShape } from './zod-findings';

type PolicyFile = PoliciesFile['policies'][string];

/** Reads `policies.yaml`. A policy that would call nobody (no levels, a level without anybody) is refused. Never throws. */
export function readPolicies(
  source: string,
  fileName = 'policies.yaml',
): { readonly policies: readonly EscalationPolicy[] } | { readonly problems: readonly CheckProblem[] } {
  const yaml = readYaml(source, fileName);
  if ('problems' in yaml) return yaml;
  const shape = checkShape(policiesFile, yaml.data);
  if (!shape.value) return { problems: inOrder(yaml.locate(shape.findings)) };
  const named = Object.entries(shape.value.policies);
  const badNames = named.filter(([id]) => !kebab.test(id));
  if (badNames.length === 0) return { policies: named.map(([id, policy]) => buildPolicy(id, policy)) };
  const message = {
    zh: '名称只能用小写字母和数字，单词之间用连字符。',
    en: 'A name must be lower-case words joined by hyphens.',
  };
  return {
    problems: yaml.locate(badNames.map(([id]) => ({ path: ['policies', id], on: 'key', code: 'value.name', message }))),
  };
}

const buildPolicy = (id: string, policy: PolicyFile): EscalationPolicy => ({
  id,
  title: policy.title,
  levels: policy.levels.map(({ after, call }): EscalationLevel => ({
    afterSeconds: after ?? 0,
    targets: call.map(target),
  })),
  noProgressSeconds: policy['no-progress'],
});

function target(given: PolicyFile['levels'][number]['call'][number]): EscalationTarget {
  if (given.role) return { role: given.role };
  return { onDuty: given['on-duty'] ?? 'supervisor' };
}
