import type { EscalationLevel, EscalationPolicy } from '../engine';
import { callTargets } from './call-targets';
import { checkCalledPolicy } from './check-calls';
import { badNames } from './check-names';
import { type CheckProblem, type Finding, inOrder } from './finding';
import { readYaml } from './read-yaml';
import { policiesFile, type PoliciesFile } from './schema';
import { checkShape } from './zod-findings';

type PolicyFile = PoliciesFile['policies'][string];

/**
 * Reads `policies.yaml`, with "the level above" as the role it stands for. A policy that may call nobody (no levels, a
 * level without anybody, nobody but posts and named people) is refused. Never throws.
 */
export function readPolicies(
  source: string,
  fileName = 'policies.yaml',
): { readonly policies: readonly EscalationPolicy[] } | { readonly problems: readonly CheckProblem[] } {
  const yaml = readYaml(source, fileName);
  if ('problems' in yaml) return yaml;
  const shape = checkShape(policiesFile, yaml.data);
  if (!shape.value) return { problems: inOrder(yaml.locate(shape.findings)) };
  const named = Object.entries(shape.value.policies);
  const ids = named.map(([id]) => id);
  const read = named.map(([id, policy]) => buildPolicy(id, policy));
  const policies = read.map(({ policy }) => policy);
  const findings = [
    ...badNames(['policies'], ids),
    ...read.flatMap((one) => one.findings),
    ...checkCalledPolicy(policies),
  ];
  if (findings.length > 0) return { problems: inOrder(yaml.locate(findings)) };
  return { policies };
}

function buildPolicy(id: string, given: PolicyFile): { policy: EscalationPolicy; findings: Finding[] } {
  const at = ['policies', id, 'levels'];
  const { targets, findings } = callTargets(given.levels, at);
  const levels = given.levels.map(({ after, repeat }, index): EscalationLevel => ({
    afterSeconds: after ?? 0,
    targets: targets[index] ?? [],
    ...(repeat && { repeat: { times: repeat.times, everySeconds: repeat.every } }),
  }));
  const { title, bundle, hours, warn, snooze } = given;
  const policy: EscalationPolicy = {
    ...{ id, title, levels, noProgressSeconds: given['no-progress'] },
    ...(bundle !== undefined && { bundleSeconds: bundle }),
    ...(hours && { hours }),
    ...(warn && { warn: { atPercent: warn.at, fromSeconds: warn.from } }),
    ...(snooze && { snooze: { atMostSeconds: snooze['at-most'], times: snooze.times } }),
  };
  return { policy, findings: [...findings, ...(findings.length === 0 ? reachesNobody(policy, at) : [])] };
}

/** A post may be unmanned and a person may have left; a role is held by somebody. */
function reachesNobody({ levels }: EscalationPolicy, path: readonly string[]): Finding[] {
  if (levels.some(({ targets }) => targets.some((target) => 'role' in target))) return [];
  const message = {
    zh: '只叫当班岗位或指定的人：没人当班、那人离职时就谁也叫不到；至少有一级要写 role。',
    en: 'This calls posts on duty or named people only: when nobody is on duty, or they have left, it reaches nobody. Name a role on some level.',
  };
  return [{ path, code: 'policy.reaches_nobody', message }];
}
