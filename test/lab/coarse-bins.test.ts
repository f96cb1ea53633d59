import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CoarseRules, coarsen, coarseRules } from '#lab/coarse-bins';
import { type Counts, weigh } from '#lab/woe';

const fineBins = fc.array(
  fc.record({ goods: fc.integer({ min: 1, max: 60 }), bads: fc.integer({ min: 1, max: 30 }) }),
  { minLength: 2, maxLength: 8 },
);
const totalOf = (bins: readonly Counts[]): Counts => ({
  goods: bins.reduce((total, { goods }) => total + goods, 0),
  bads: bins.reduce((total, { bads }) => total + bads, 0),
});
const rateOf = ({ goods, bads }: Counts) => bads / (goods + bads);

/** Every way to join neighbours, one bit per border. */
function divisions(count: number): number[][] {
  return Array.from({ length: 2 ** (count - 1) }, (_, bits) => [
    0,
    ...[...Array(count - 1).keys()].filter((border) => bits & (1 << border)).map((at) => at + 1),
    count,
  ]);
}

const isLawful = (bins: readonly Counts[], rules: CoarseRules, total: Counts) =>
  bins.length <= rules.maxBins &&
  bins.every(
    (bin) =>
      bins.length === 1 || bin.goods + bin.bads >= rules.minShare * (total.goods + total.bads),
  ) &&
  bins.slice(1).every((bin, index) => {
    const before = bins[index] ?? bin;
    const [m, n] = [before.goods + before.bads, bin.goods + bin.bads];
    const pooled = (before.bads + bin.bads) / (m + n);
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
    return rateOf(bin) - rateOf(before) > rules.minZ * error;
  });

test('bins are the division with the highest information value among all lawful ones', () => {
  const rules = { ...coarseRules, prior: 0, maxBins: 4, minZ: 1, minShare: 0.1 };
  fc.assert(
    fc.property(fineBins, (fine) => {
      const total = totalOf(fine);
      const worth = (bin: Counts) =>
        weigh([bin, { goods: total.goods - bin.goods, bads: total.bads - bin.bads }])[0]?.iv ?? 0;
      const best = divisions(fine.length)
        .map((bounds) => bounds.slice(1).map((to, index) => totalOf(fine.slice(bounds[index], to))))
        .filter((bins) => isLawful(bins, rules, total))
        .map((bins) => bins.reduce((sum, bin) => sum + (bins.length > 1 ? worth(bin) : 0), 0));
      const found = coarsen(fine, rules, total, 'rising');
      const iv = found.bins.length > 1 ? found.iv : 0;
      expect(iv).toBeCloseTo(Math.max(...best), 9);
    }),
  );
});

test('the share of bads in bins rises, falls or turns once; a declared direction is kept', () => {
  fc.assert(
    fc.property(fineBins, (fine) => {
      const total = totalOf(fine);
      const rates = (direction?: 'rising' | 'falling') =>
        coarsen(fine, { ...coarseRules, minZ: 0.5 }, total, direction).bins.map(({ from, to }) =>
          rateOf(totalOf(fine.slice(from, to))),
        );
      const signs = (all: readonly number[]) =>
        all.slice(1).map((rate, index) => Math.sign(rate - (all[index] ?? 0)));
      const turns = (all: readonly number[]) =>
        signs(all).filter((sign, index, list) => index > 0 && sign !== list[index - 1]).length;
      expect(turns(rates())).toBeLessThanOrEqual(1);
      expect(signs(rates('rising')).every((sign) => sign > 0)).toBe(true);
      expect(signs(rates('falling')).every((sign) => sign < 0)).toBe(true);
    }),
  );
});

test('bins follow one another without gap or overlap', () => {
  fc.assert(
    fc.property(fineBins, (fine) => {
      const { bins } = coarsen(fine, coarseRules, totalOf(fine));
      expect(bins[0]?.from).toBe(0);
      expect(bins.at(-1)?.to).toBe(fine.length);
      for (const [index, { to }] of bins.slice(0, -1).entries())
        expect(bins[index + 1]?.from).toBe(to);
    }),
  );
});

test('a valley is found where it tells more than any monotone division', () => {
  const fine = [80, 20, 5, 20, 80].map((bads) => ({ goods: 200, bads }));
  const rates = coarsen(fine, coarseRules, totalOf(fine)).bins.map(({ from, to }) =>
    rateOf(totalOf(fine.slice(from, to))),
  );
  expect(rates.length).toBeGreaterThanOrEqual(3);
  expect(rates[0]).toBeGreaterThan(Math.min(...rates));
  expect(rates.at(-1)).toBeGreaterThan(Math.min(...rates));
});
