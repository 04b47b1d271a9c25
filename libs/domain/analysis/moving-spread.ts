/** Mean distance of two standard normal variables: 2∕√π. */
const meanRange = 2 / Math.sqrt(Math.PI);

/**
 * By what the variance of a series is greater than chance makes it, seen from one period to the next: the square of the
 * mean moving range of its deviations ∕ 1.128, not below 1. Whatever moves slowly (seasons, growth) does not widen it.
 * D. B. Laney, Improved control charts for attributes, Quality Engineering 14 (2002) 531-537 (the u′-chart).
 * @param deviations (x − μ)∕√μ of the baseline, in order; fewer than two give 1
 */
export function movingSpread(deviations: readonly number[]): number {
  if (deviations.length < 2) return 1;
  const ranges = deviations.slice(1).map((deviation, at) => Math.abs(deviation - (deviations[at] ?? deviation)));
  const mean = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
  return Math.max(1, (mean / meanRange) ** 2);
}
