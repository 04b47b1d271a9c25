/** jstat comes without types: what `special.ts` uses of it. */
declare module 'jstat' {
  const jStat: {
    /** ln Γ(x) for x > 0. */
    gammaln(x: number): number;
    /** The x at which the regularised lower incomplete gamma function P(shape, x) is `probability`. */
    gammapinv(probability: number, shape: number): number;
    /** The x at which the regularised incomplete beta function I_x(a, b) is `probability`. */
    ibetainv(probability: number, a: number, b: number): number;
    normal: {
      cdf(x: number, mean: number, deviation: number): number;
      inv(probability: number, mean: number, deviation: number): number;
    };
  };
  export default jStat;
}
