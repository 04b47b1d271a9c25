import type { VitalSigns } from './escalation-health';
import { vitalLoops, vitalWithinSeconds } from './loop-kinds';

/** An armed timer this late means that neither queue nor sweeper does its work. */
export const timerTooLateSeconds = 30;

/** The way from a timer to a mailbox counts as closed when nothing came through for so long. */
export const canaryTooLateSeconds = 180;

/** Codes of what keeps calls for help from going out; none while they do. */
export function vitalProblems({ overdueSeconds, canarySeconds, loops }: VitalSigns): string[] {
  return [
    ...(overdueSeconds > timerTooLateSeconds ? ['timers.overdue'] : []),
    ...(canarySeconds === null || canarySeconds > canaryTooLateSeconds ? ['canary.lost'] : []),
    ...vitalLoops
      .filter((loop) => (loops[loop] ?? Number.POSITIVE_INFINITY) > vitalWithinSeconds)
      .map((loop) => `loop.${loop}.silent`),
  ];
}
