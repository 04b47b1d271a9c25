import { clockFaults } from './clocks.mjs';
import { hintFaults } from './hints.mjs';
import { mailFaults } from './mail.mjs';
import { postgresFaults } from './postgres.mjs';
import { redisFaults } from './redis.mjs';
import { watcherFaults } from './watchers.mjs';
import { workerFaults } from './workers.mjs';

/**
 * Every fault: `name`, `row` of reliability §3, `what` happens, and
 * - `inject(scene)`: does it while timers fall due; returns what may then be the case (see `verdictOf`)
 * - `prepare`, `restore`: before the timers are written, after they have come to rest
 * - `check({ scene, figures, opened })`: problems of this fault alone, beyond the invariants
 * - `only` a backend; `queueMatters: false` where one backend proves it for both
 * - `calm`: nothing else runs beside it
 * - `still`: on a build whose loops can be made to stand still
 * - `telling`: one of the six inside `npm test`
 */
export const faults = [
  ...workerFaults,
  ...redisFaults,
  ...postgresFaults,
  ...mailFaults,
  ...hintFaults,
  ...clockFaults,
  ...watcherFaults,
];
