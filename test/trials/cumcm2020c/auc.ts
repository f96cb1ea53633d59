/**
 * The probability that a firm of the good class has more points than one of the bad class, ties counting
 * half; null where one of the classes is empty. Four decimals.
 */
export function auc(good: readonly number[], bad: readonly number[]): number | null {
  if (good.length === 0 || bad.length === 0) return null;
  let won = 0;
  for (const left of good)
    for (const right of bad) won += left > right ? 1 : left === right ? 0.5 : 0;
  return Math.round((won / (good.length * bad.length)) * 10_000) / 10_000;
}
