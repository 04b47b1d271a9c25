import type { EscalationLevel, EscalationPolicy, EscalationTarget } from '../engine';
import { badNames } from './check-names';
import { type CheckProblem, type Finding, inOrder } from './finding';
import { readYaml } from './read-yaml';
import { policiesFile, type PoliciesFile } from './schema';
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
  const findings = [
    ...badNames(
      ['policies'],
      named.map(([id]) => id),
    ),
    ...named.flatMap(reachesNobody),
  ];
  if (findings.length > 0) return { problems: inOrder(yaml.locate(findings)) };
  return { policies: named.map(([id, policy]) => buildPolicy(id, policy)) };
}

/** A post may be unmanned at any hour, a role is held by somebody: without one, a call may reach nobody at all. */
function reachesNobody([id, { levels }]: [string, PolicyFile]): Finding[] {
  if (levels.some(({ call }) => call.some(({ role }) => role !== undefined))) return [];
  const message = {
    zh: '只叫当班岗位：没人当班时就谁也叫不到；至少有一级要写 role。',
    en: 'This calls posts on duty only: when nobody is on duty it reaches nobody. Name a role on some level.',
  };
  return [{ path: ['policies', id, 'levels'], code: 'policy.reaches_nobody', message }];
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
