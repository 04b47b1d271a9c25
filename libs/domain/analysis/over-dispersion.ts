/** How much more sites differ than chance lets them. */
export type Spread = {
  /** Mean square of the winsorised deviations, 1 when only chance is at work; null when it was not asked for. */
  readonly phi: number | null;
  /** By what the variance is multiplied: φ when it is surely above 1, else 1. */
  readonly factor: number;
};

/** Which share of the sites at each end is pulled in, so that those we look for do not hide themselves. */
const winsorised = 0.1;

/**
 * Over-dispersion after Spiegelhalter (Statistics in Medicine 24 (2005) 1185-1202): deviations z = (O − E)∕√E, the lowest and highest tenth set to
 * the value at their edge (winsorised, not left out), φ = mean of z². Heeded only when φ > 1 + 2√(2∕n), two standard
 * deviations above what chance gives.
 * @param sites with expected counts above 0
 */
export function spreadOf(sites: readonly { readonly count: number; readonly expected: number }[]): Spread {
  const n = sites.length;
  if (n === 0) return { phi: null, factor: 1 };
  const sorted = sites.map(({ count, expected }) => (count - expected) / Math.sqrt(expected)).sort((a, b) => a - b);
  const cut = Math.floor(n * winsorised);
  const low = sorted[cut] ?? 0;
  const high = sorted[n - 1 - cut] ?? 0;
  const phi = sorted.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / n;
  return { phi, factor: phi > 1 + 2 * Math.sqrt(2 / n) ? phi : 1 };
}
