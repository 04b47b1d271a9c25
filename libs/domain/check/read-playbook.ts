import { evaluate, type Playbook } from '../engine';
import { buildPlaybook } from './build-playbook';
import { pathOfStep } from './path-of-step';
import { checkAskedBefore } from './check-conditions';
import { checkDeadlines } from './check-deadlines';
import { checkKind } from './check-kind';
import { checkNames } from './check-names';
import { checkOrder } from './check-order';
import { checkRecords, neededRecords } from './check-records';
import { type CheckProblem, type Finding, inOrder } from './finding';
import { maxProblems } from './limits';
import { isConsequence, repaired } from './repair';
import { readYaml, type YamlFile } from './read-yaml';
import { playbookFile } from './schema';
import type { SharedFiles } from './shared-files';
import { maxWays, type Way, waysThrough } from './ways';
import { checkShape } from './zod-findings';

export type ReadPlaybook =
  { readonly playbook: Playbook; readonly locate: YamlFile['locate'] } | { readonly problems: readonly CheckProblem[] };

/**
 * Reads and checks one playbook file (YAML text); `fileName` is only for the problems. Reports everything it can at
 * once: the rules are looked at as soon as the shape is right. Never throws. `locate` finds the place of further
 * findings. Without `shared` (null: those files cannot be read) only the shape is checked, and no playbook comes of it.
 */
export function readPlaybook(source: string, fileName: string, shared: SharedFiles | null): ReadPlaybook {
  const yaml = readYaml(source, fileName);
  if ('problems' in yaml) return yaml;
  const shape = checkShape(playbookFile, yaml.data);
  if (!shape.value) {
    const faults = [...shape.findings, ...(shared ? besidesTheShape(yaml.data, shape.findings, shared) : [])];
    return { problems: inOrder(yaml.locate(faults.slice(0, maxProblems))) };
  }
  if (!shared) return { problems: [] };

  const { playbook, findings } = buildPlaybook(shape.value, shared);
  const all = [...findings, ...checkRules(playbook, shared, findings.length === 0)];
  if (all.length > 0) return { problems: inOrder(yaml.locate(all.slice(0, maxProblems))) };
  return { playbook, locate: yaml.locate };
}

/** What else is wrong, seen on the file without the faults of its shape; nothing is proved of such a file. */
function besidesTheShape(data: unknown, faults: readonly Finding[], shared: SharedFiles): Finding[] {
  const shape = checkShape(playbookFile, repaired(data, faults));
  if (!shape.value) return [];
  const { playbook, findings } = buildPlaybook(shape.value, shared);
  const local = [...findings, ...checkNames(playbook), ...checkOrder(playbook), ...checkKind(playbook, shared)];
  return local.filter((finding) => finding.path.length > 0 && !isConsequence(finding, faults));
}

/** What can be said by looking at each step, then what needs the order to be right, then what is proved over all ways. */
function checkRules(playbook: Playbook, shared: SharedFiles, isBuilt: boolean): Finding[] {
  const structure = [...checkNames(playbook), ...checkOrder(playbook)];
  const kind = checkKind(playbook, shared);
  if (structure.length > 0 || !isBuilt) return [...structure, ...kind];
  const early = checkAskedBefore(playbook);
  return [...kind, ...(early.length > 0 ? early : proveOverAllWays(playbook, shared))];
}

function proveOverAllWays(playbook: Playbook, shared: SharedFiles): Finding[] {
  const { needed, findings } = neededRecords(playbook, shared.registers);
  const ways = waysThrough(
    playbook,
    needed.flatMap(({ when }) => when ?? []),
  );
  if (!ways) return [...findings, tooManyWays];
  return [
    ...findings,
    ...unreachable(playbook, ways),
    ...neverRestricted(playbook, ways),
    ...checkDeadlines(playbook, ways),
    ...checkRecords(playbook, needed, ways),
  ];
}

function unreachable(playbook: Playbook, ways: readonly Way[]): Finding[] {
  const reached = new Set(
    ways.flatMap(({ outcomes }) => [...outcomes].flatMap(([id, outcome]) => (outcome === 'not_needed' ? [] : [id]))),
  );
  return playbook.steps.flatMap(({ id, when }, index): Finding[] => {
    if (!when || reached.has(id)) return [];
    const message = {
      zh: '无论怎样回答，都不会用到这一步；请改条件或删去它。',
      en: 'No answers whatsoever lead to this step; change its condition or remove it.',
    };
    return [{ path: [...pathOfStep(playbook, index), 'when'], code: 'step.unreachable', message }];
  });
}

function neverRestricted({ restrictedWhen }: Playbook, ways: readonly Way[]): Finding[] {
  if (!restrictedWhen || ways.some(({ answers }) => evaluate(restrictedWhen, answers))) return [];
  const message = {
    zh: '无论怎样回答，都不会变成受限；请改条件或删去它。',
    en: 'No answers whatsoever restrict the incident; change the condition or remove it.',
  };
  return [{ path: ['restricted-when'], code: 'restriction.unreachable', message }];
}

const tooManyWays: Finding = {
  path: ['steps'],
  code: 'playbook.too_many_ways',
  message: {
    zh: `这个预案有超过 ${maxWays} 条不同的路，没人看得过来，也证明不了；请少用几个会影响后面的问题，或分成几个预案。`,
    en: `There are more than ${maxWays} ways through this playbook: nobody can review them. Let fewer questions decide, or split it.`,
  },
};
