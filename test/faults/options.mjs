import { parseArgs } from 'node:util';
import { faults } from './faults/index.mjs';

export const usage = `npm run faults -- [--quick] [--only <name,…>] [--seed <n>] [--backend redis|postgres] [--timers <n>] [--mutants]

  (nothing)   every fault with 20 seeds and outages of full length: hours
  --quick     every fault once with 500 timers
  --only      some faults: ${faults.map(({ name }) => name).join(', ')}
  --seed      the first (or only) seed
  --backend   where the queue lives; both unless one is named
  --timers    so many timers a run
  --keep      leaves the folder with the logs of all processes, and says where
  --telling   the six faults of npm test, with few timers
  --mutants   changes to the code, each of which has to turn a fault red`;

/**
 * Reads the command line.
 * @throws Error with a sentence
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      telling: { type: 'boolean', default: false },
      mutants: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string' },
      seed: { type: 'string' },
      backend: { type: 'string' },
      timers: { type: 'string' },
      dist: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const names =
    values.only?.split(',') ?? faults.filter(({ telling }) => !values.telling || telling).map(({ name }) => name);
  const unknown = names.filter((name) => !faults.some((fault) => fault.name === name));
  if (unknown.length > 0) throw new Error(`There is no fault "${unknown.join('", "')}".`);
  if (values.backend !== undefined && !['redis', 'postgres'].includes(values.backend))
    throw new Error('--backend is redis or postgres.');
  const short = values.quick || values.telling || values.mutants;
  const firstSeed = wholeNumber('seed', values.seed) ?? 1;
  return {
    ...values,
    faults: names.map((wanted) => faults.find(({ name }) => name === wanted)),
    backends: values.backend ? [values.backend] : ['redis', 'postgres'],
    seeds: Array.from({ length: short || values.seed !== undefined ? 1 : 20 }, (_, index) => firstSeed + index),
    settings: {
      long: !short,
      brief: values.telling,
      timers: wholeNumber('timers', values.timers) ?? (values.telling ? 100 : 500),
      windowMs: values.telling ? 5_000 : short ? 18_000 : 30_000,
    },
  };
}

function wholeNumber(name, text) {
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is a whole number.`);
  return Number(text);
}
