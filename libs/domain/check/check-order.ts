import type { Playbook } from '../engine';
import { pathOfStep } from './path-of-step';
import { type Finding, unknownWord } from './finding';

/** For every step, all that surely settles before it: whatever it waits for, directly or through others. */
export type Before = ReadonlyMap<string, ReadonlySet<string>>;

/** `after` names existing steps, and no steps wait for each other (which would leave them waiting for ever). */
export function checkOrder(playbook: Playbook): Finding[] {
  const { steps } = playbook;
  const ids = steps.map(({ id }) => id);
  const what = { zh: '步骤', en: 'step' };
  const unknown = steps.flatMap(({ after }, index) =>
    after.flatMap((id, place) =>
      ids.includes(id)
        ? []
        : [unknownWord([...pathOfStep(playbook, index), 'after', place], 'after.unknown', id, ids, what)],
    ),
  );
  const stuck = stuckSteps(steps);
  const circles = steps.flatMap(({ id }, index): Finding[] => {
    if (!stuck.has(id)) return [];
    const others = [...stuck].join(', ');
    const message = {
      zh: `这些步骤互相等待，永远轮不到：${others}。`,
      en: `These steps wait for each other and would wait for ever: ${others}.`,
    };
    return [{ path: [...pathOfStep(playbook, index), 'after'], code: 'after.circle', message }];
  });
  return [...unknown, ...circles];
}

/** Steps in a circle, or behind one. */
function stuckSteps(steps: Playbook['steps']): Set<string> {
  const left = new Set(steps.map(({ id }) => id));
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const { id, after } of steps) if (!after.some((other) => left.has(other))) left.delete(id);
  }
  return left;
}

/** Only for a playbook without circles. */
export function stepsBefore({ steps }: Playbook): Before {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const before = new Map<string, ReadonlySet<string>>();
  const collect = (id: string): ReadonlySet<string> => {
    const known = before.get(id);
    if (known) return known;
    const after = byId.get(id)?.after ?? [];
    const all = new Set(after.flatMap((other) => [other, ...collect(other)]));
    before.set(id, all);
    return all;
  };
  for (const { id } of steps) collect(id);
  return before;
}
