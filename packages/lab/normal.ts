/** Twice the upper tail of the normal distribution beyond |z|, to some 1e-7 of itself (Numerical Recipes, erfc). */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** Upper tail of χ² with the given degrees of freedom (series and continued fraction of the incomplete gamma function). */
export function chiSquareP(statistic: number, degrees: number): number {
  if (!(statistic > 0)) return 1;
  return upperGamma(degrees / 2, statistic / 2);
}

const erfc = (x: number): number => (x === 0 ? 1 : upperGamma(0.5, x * x));

const MOST_TERMS = 1000;
const CLOSE = 1e-15;

function upperGamma(a: number, x: number): number {
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let n = 1; n < MOST_TERMS && Math.abs(term) > Math.abs(total) * CLOSE; n += 1) {
      term *= x / (a + n);
      total += term;
    }
    return 1 - total * scale;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < CLOSE) break;
  }
  return fraction * scale;
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

function logGamma(z: number): number {
  if (z < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * z)) - logGamma(1 - z);
  const shifted = z - 1;
  const t = shifted + 7.5;
  const series = LANCZOS.reduce(
    (total, part, index) => (index === 0 ? part : total + part / (shifted + index)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}
