import { percentile } from './run/measure.mjs';

const columns = [
  ['fault', 20, ({ fault }) => fault],
  ['queue', 9, ({ backend }) => backend],
  ['seed', -5, ({ seed }) => seed],
  ['timers', -7, ({ timers }) => timers],
  ['http', -5, ({ opened }) => opened.filter(({ status }) => status === 201).length],
  ['lost', -5, ({ figures }) => figures.lost],
  ['moves≠1', -8, ({ figures }) => figures.wrongMoves],
  ['early', -6, ({ figures }) => figures.early],
  ['extra', -6, ({ figures }) => figures.extra],
  ['after ack', -10, ({ figures }) => figures.afterAnswer],
  ['p50 s', -7, ({ figures }) => seconds(percentile(figures.lateness, 0.5))],
  ['p99 s', -7, ({ figures }) => seconds(percentile(figures.lateness, 0.99))],
  ['max s', -7, ({ figures }) => seconds(Math.max(0, ...figures.lateness))],
  [
    'by queue',
    -9,
    ({ figures: { firedBy } }) => `${Math.round((100 * firedBy.hint) / Math.max(1, firedBy.hint + firedBy.sweep))} %`,
  ],
  ['load', -6, ({ load }) => load.toFixed(1)],
];
const seconds = (ms) => (ms / 1000).toFixed(1);
const fit = (text, width) => (width < 0 ? String(text).padStart(-width) : String(text).padEnd(width));

export const heading = () => `${columns.map(([name, width]) => fit(name, width)).join('')}  verdict`;

/** One run as a line; what it violates, and what is worth knowing, stands behind. */
export function line(run) {
  const cells = columns.map(([, width, value]) => fit(value(run), width)).join('');
  const verdict = run.problems.length === 0 ? 'ok' : `VIOLATED: ${run.problems.join('; ')}`;
  return `${cells}  ${verdict}${run.notes.length > 0 ? ` (${run.notes.join('; ')})` : ''}`;
}
