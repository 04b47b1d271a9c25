import type { Playbook } from '../engine';
import type { Path } from './finding';

/** Where in the file the step stands that is at `index` of the built playbook. */
export function pathOfStep({ steps }: Playbook, index: number): Path {
  const logged = steps.findIndex(({ log }) => log);
  return logged >= 0 && index >= logged ? ['log', index - logged] : ['steps', index];
}
