import type { EscalationPolicy } from './escalation';
import type { Severity } from './playbook';

/** The earliest moment, at or after the given one, when people may be called who are not at work. */
export type Opens = (at: Date) => Date;

/** Whether an incident so severe heeds the hours of a policy: what is high or critical calls at any hour. */
export const heedsHours = ({ hours }: EscalationPolicy, severity: Severity): boolean =>
  hours !== undefined && severity !== 'high' && severity !== 'critical';

/**
 * The earliest moment, at or after `at`, when a level (1-based) may be called; without `opens` at any hour. A level of
 * posts on duty never waits: whoever is on duty is at work.
 */
export function callableAt({ hours, levels }: EscalationPolicy, level: number, at: Date, opens?: Opens): Date {
  const targets = levels[level - 1]?.targets ?? [];
  if (!opens || hours === undefined || targets.every((target) => 'onDuty' in target)) return at;
  const open = opens(at);
  return open > at ? open : at;
}
