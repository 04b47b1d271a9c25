import {
  type EscalationPolicy,
  type EscalationTarget,
  type Localized,
  questionsOf,
  type Step,
} from '@zenmeban/domain/engine';
import type { TFunction } from 'i18next';

/** In which language the rules of a playbook are put into words. */
export type Speaker = { t: TFunction; say: (text: Localized) => string };

const units = [
  { name: 'days', seconds: 86_400 },
  { name: 'hours', seconds: 3_600 },
  { name: 'minutes', seconds: 60 },
  { name: 'seconds', seconds: 1 },
] as const;

/** `5 分钟`, `30 天`: in the largest unit that says it exactly. */
export function durationWords(seconds: number, t: TFunction): string {
  const unit = units.find((one) => seconds % one.seconds === 0) ?? units[3];
  return t(`rules.${unit.name}`, { count: seconds / unit.seconds });
}

/** By when a step should be done, counted from its turn or at a promised time; null when it has no deadline. */
export function deadlineWords(step: Step, steps: readonly Step[], { t, say }: Speaker): string | null {
  const within =
    step.withinSeconds === undefined ? null : t('rules.within', { time: durationWords(step.withinSeconds, t) });
  const promise = step.by === undefined ? undefined : questionsOf({ steps })[step.by];
  if (!promise) return within;
  const promised = t('rules.by', { question: say(promise.label) });
  return within === null ? promised : t('rules.byElse', { promised, within });
}

/**
 * Which steps must be settled before this one, when that is not simply the one before it: `[]` = its turn comes at once.
 * Null: the one before, or the very first.
 */
export function comesAfter(step: Step, steps: readonly Step[]): readonly Step[] | null {
  const position = steps.findIndex(({ id }) => id === step.id);
  const before = steps[position - 1];
  if (position <= 0 || (step.after.length === 1 && step.after[0] === before?.id)) return null;
  return steps.filter(({ id }) => step.after.includes(id));
}

/** Who is called, and who next when nobody acknowledges: `当班主管；5 分钟没人确认：经理`. */
export function callWords({ levels }: Pick<EscalationPolicy, 'levels'>, t: TFunction): string {
  return levels
    .map(({ afterSeconds, targets }, position) => {
      const who = targets.map((target) => targetWords(target, t)).join(t('app.comma'));
      return position === 0 ? who : t('rules.nextLevel', { time: durationWords(afterSeconds, t), who });
    })
    .join(t('rules.semicolon'));
}

function targetWords(target: EscalationTarget, t: TFunction): string {
  if ('role' in target) return t(`role.${target.role}`);
  return 'onDuty' in target ? t('rules.onDuty', { post: t(`post.${target.onDuty}`) }) : target.person;
}
