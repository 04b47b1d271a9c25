import { type EscalationTarget, type Localized, type Role, roles } from '../engine';
import type { Finding, Path } from './finding';
import type { PoliciesFile } from './schema';

type LevelFile = PoliciesFile['policies'][string]['levels'][number];
type CalledRole = Extract<EscalationTarget, { role: string }>['role'];

/**
 * Whom the levels of a policy call; `level-above` becomes the role above the highest one called by the level before.
 * Where that is nobody, or cannot be known, it is refused; `at` is the path of the levels.
 */
export function callTargets(
  levels: readonly LevelFile[],
  at: Path,
): { readonly targets: readonly (readonly EscalationTarget[])[]; readonly findings: Finding[] } {
  const targets: EscalationTarget[][] = [];
  const findings: Finding[] = [];
  for (const [index, { call }] of levels.entries()) {
    const before = targets[index - 1];
    const called = call.flatMap((given, place): EscalationTarget[] => {
      const target = given['level-above'] ? levelAbove(before) : plainTarget(given);
      if (!('problem' in target)) return [target];
      const path = [...at, index, 'call', place, 'level-above'];
      // What a level is above of that was itself refused, is not another problem.
      if (before?.length !== 0)
        findings.push({ path, code: `level_above.${target.problem}`, message: said[target.problem] });
      return [];
    });
    targets.push(called);
  }
  return { targets, findings };
}

function plainTarget(given: LevelFile['call'][number]): EscalationTarget {
  if (given.role) return { role: given.role };
  return given.person === undefined ? { onDuty: given['on-duty'] ?? 'supervisor' } : { person: given.person };
}

type Problem = 'first' | 'unknown' | 'highest';

function levelAbove(before: readonly EscalationTarget[] | undefined): EscalationTarget | { problem: Problem } {
  if (!before) return { problem: 'first' };
  if (before.some((target) => 'person' in target)) return { problem: 'unknown' };
  const highest = roles.findLastIndex((role) => before.some((target) => roleOf(target) === role));
  const above = calledRoles.find((role) => roles.indexOf(role) > highest);
  return above ? { role: above } : { problem: 'highest' };
}

const calledRoles: readonly CalledRole[] = ['supervisor', 'manager', 'administrator'];

/** The role of whoever a target calls; the posts of the floor are held by staff. */
function roleOf(target: EscalationTarget): Role {
  const name = 'role' in target ? target.role : 'onDuty' in target ? target.onDuty : 'staff';
  return roles.find((role) => role === name) ?? 'staff';
}

const said: Readonly<Record<Problem, Localized>> = {
  first: {
    zh: '第一级之前没有别的级，level-above 无从谈起；请写 on-duty 或 role。',
    en: 'There is no level before the first one; name a post or a role instead.',
  },
  unknown: {
    zh: '上一级叫的是指定的人，不知道谁在其之上；请写 role。',
    en: 'The level before calls a named person, and who is above them is not known; name a role.',
  },
  highest: {
    zh: '上一级已经叫到 administrator，上面没有别人了。',
    en: 'The level before calls administrators already; there is nobody above.',
  },
};
