import type { Transaction } from '@zenmeban/database';
import {
  callableAt,
  type EscalationPolicy,
  heedsHours,
  nextEscalation,
  type Opens,
  type Severity,
} from '@zenmeban/domain/engine';
import type { Reach } from './reach';
import type { Roster } from './roster';

/** When a level would be called, and whom. */
export type LevelReach = Reach & { readonly at: Date };

/** What is asked: of which site, for something so severe, beginning when. */
export type Question = { readonly siteId: string; readonly severity: Severity; readonly at: Date };

/**
 * The levels of a policy as a chain would call them if nobody acknowledged, by the chain's own rules: a level that
 * reaches nobody is passed over in the same moment, what may wait for the policy's hours waits, and the last level calls
 * everybody of the policy, in quiet hours too, when nobody else is left.
 */
export async function previewLevels(
  tx: Transaction,
  roster: Roster,
  policy: EscalationPolicy,
  { siteId, severity, at }: Question,
): Promise<LevelReach[]> {
  const opens = heedsHours(policy, severity) ? await roster.opens(tx, siteId, policy.hours) : undefined;
  const found: LevelReach[] = [];
  for (const { targets } of policy.levels) {
    const calledAt = momentOf(policy, found, at, opens);
    const reach = await roster.reach(tx, siteId, targets, severity, { at: calledAt });
    found.push({ at: calledAt, ...reach });
  }
  const last = found.at(-1);
  if (!last || last.personIds.length > 0) return found;
  const everyone = policy.levels.flatMap(({ targets }) => targets);
  const wider = await roster.reach(tx, siteId, everyone, severity, { at: last.at });
  const widest =
    wider.personIds.length > 0
      ? wider
      : await roster.reach(tx, siteId, everyone, severity, { at: last.at, despiteQuietHours: true });
  const skipped = last.skipped.filter(({ personId }) => personId === null || !widest.personIds.includes(personId));
  return [...found.slice(0, -1), { ...last, personIds: widest.personIds, skipped }];
}

/** When the level after those found is called. */
function momentOf(policy: EscalationPolicy, found: readonly LevelReach[], at: Date, opens: Opens | undefined): Date {
  const before = found.at(-1);
  const level = found.length + 1;
  if (before && before.personIds.length === 0) return callableAt(policy, level, before.at, opens);
  const { times = 0, everySeconds = 0 } = policy.levels[found.length - 1]?.repeat ?? {};
  const lastCalledAt = before && new Date(before.at.getTime() + times * everySeconds * 1_000);
  const state = { startedAt: at, levelsCalled: found.length, timesCalled: times + 1, lastCalledAt };
  return nextEscalation(policy, state, opens)?.dueAt ?? at;
}
