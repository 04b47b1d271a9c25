import { evaluate } from './condition';
import type { Playbook } from './playbook';
import type { Run } from './run';
import { answersOf } from './steps';

/** Whether what was answered makes the incident one that only supervisors, managers and those involved may see. */
export const mustBeRestricted = ({ restrictedWhen }: Playbook, run: Run): boolean =>
  restrictedWhen !== undefined && evaluate(restrictedWhen, answersOf(run));
