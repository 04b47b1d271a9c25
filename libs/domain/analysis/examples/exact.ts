/** Probabilities in whole-number arithmetic of 100 digits: slow, and with nothing in common with what they are to check. */

const digits = 100n;
const one = 10n ** digits;

/** A fixed-point number as a JavaScript one, with 17 significant digits wherever it lies. */
const toNumber = (value: bigint): number => {
  const text = value.toString();
  return Number(`${text.slice(0, 20)}e${text.length - Math.min(20, text.length) - Number(digits)}`);
};

/** e^−mean, by its series. */
const expOfMinus = (mean: bigint): bigint => {
  let term = one;
  let sum = one;
  for (let n = 1n; term > 0n; n += 1n) {
    term = (term * mean) / (one * n);
    sum += term;
  }
  return (one * one) / sum;
};

/** A Poisson variable whose mean is given in thousandths; means up to about 100. */
export function exactPoisson(thousandths: number) {
  const mean = (BigInt(thousandths) * one) / 1000n;
  const none = expOfMinus(mean);
  const upTo = (count: number): { last: bigint; sum: bigint } => {
    let last = none;
    let sum = none;
    for (let n = 1n; n <= BigInt(count); n += 1n) {
      last = (last * mean) / (one * n);
      sum += last;
    }
    return { last, sum };
  };
  return {
    pmf: (count: number) => toNumber(upTo(count).last),
    atMost: (count: number) => toNumber(upTo(count).sum),
    atLeast: (count: number) => (count === 0 ? 1 : toNumber(one - upTo(count - 1).sum)),
  };
}

/** How likely `count` or fewer of `tries` are, with a chance of a ∕ b. */
export function exactBinomialAtMost(count: number, tries: number, a: number, b: number): number {
  let ways = 1n;
  let sum = 0n;
  for (let k = 0; k <= count; k += 1) {
    sum += ways * BigInt(a) ** BigInt(k) * BigInt(b - a) ** BigInt(tries - k);
    ways = (ways * BigInt(tries - k)) / BigInt(k + 1);
  }
  return toNumber((sum * one) / BigInt(b) ** BigInt(tries));
}
