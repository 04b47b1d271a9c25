import type { Playbook } from '../engine';
import { buildPlaybook } from './build-playbook';
import { checkConditions } from './check-conditions';
import { checkKind } from './check-kind';
import { checkNames } from './check-names';
import { checkOrder } from './check-order';
import type { CheckProblem, Finding } from './finding';
import { maxProblems } from './limits';
import { readYaml, type YamlFile } from './read-yaml';
import { playbookFile } from './schema';
import { checkShape } from './zod-findings';

export type ReadPlaybook =
  { readonly playbook: Playbook; readonly locate: YamlFile['locate'] } | { readonly problems: readonly CheckProblem[] };

/**
 * Reads and checks one playbook file (YAML text); `fileName` is only for the problems. Reports everything it can at
 * once: the rules are looked at as soon as the shape is right. Never throws. `locate` finds the place of further findings.
 */
export function readPlaybook(source: string, fileName: string): ReadPlaybook {
  const yaml = readYaml(source, fileName);
  if ('problems' in yaml) return yaml;
  const shape = checkShape(playbookFile, yaml.data);
  if (!shape.value) return { problems: inOrder(yaml.locate(shape.findings)) };

  const { playbook, findings } = buildPlaybook(shape.value);
  const all = [...findings, ...checkRules(playbook, findings.length === 0)];
  if (all.length > 0) return { problems: inOrder(yaml.locate(all.slice(0, maxProblems))) };
  return { playbook, locate: yaml.locate };
}

function checkRules(playbook: Playbook, conditionsAreRead: boolean): Finding[] {
  const structure = [...checkNames(playbook), ...checkOrder(playbook)];
  const conditions = structure.length === 0 && conditionsAreRead ? checkConditions(playbook) : [];
  return [...structure, ...checkKind(playbook), ...conditions];
}

/** From the top of the file to its end. */
export const inOrder = (problems: readonly CheckProblem[]): CheckProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
