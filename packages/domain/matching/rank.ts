import type { Need } from '../need/need.ts';
import type { Guarantee, Product } from '../product/product.ts';
import type { BasisPoints } from '../rate.ts';
import type { RankFactor } from './matching.ts';

/** The points of 100 that each factor can give; what a bank pays is no factor. */
export const rankWeights = {
  price: 60,
  speed: 15,
  collateral: 15,
  headroom: 10,
} as const satisfies Record<RankFactor['factor'], number>;

/** Yearly rates, basis points: full marks up to the first, none from the second on. */
const CHEAP = 200;
const DEAR = 1200;
/** Working days to a decision: one at best, a month at the latest (domain.md C11, 国办 one month). */
const PROMPT = 1;
const SLOW = 22;

/** What a guarantee leaves the firm of its own, best first, in shares of the factor's points. */
const freedom = {
  unsecured: 1,
  risk_fund: 0.8,
  guarantee_company: 0.6,
  guarantor: 0.4,
  pledge: 0.2,
  mortgage: 0,
} as const satisfies Record<Guarantee, number>;

/**
 * Why an eligible product stands where it stands. Each factor looks at this product and this need alone,
 * so that no other product moves its points: price by the expected rate, speed by the promised decision,
 * collateral by the lightest guarantee both sides take, headroom by the limit left above the principal
 * (full at as much again).
 */
export const rankFactors = (
  product: Product,
  need: Need,
  rate: BasisPoints,
): readonly RankFactor[] => {
  const guarantee = lightestGuarantee(product, need);
  const left = product.principal.max - need.principal;
  return [
    factor('price', (DEAR - rate) / (DEAR - CHEAP), rate),
    factor('speed', (SLOW - product.decisionDays) / (SLOW - PROMPT), product.decisionDays),
    factor('collateral', guarantee ? freedom[guarantee] : 0, guarantee ?? 'none'),
    factor('headroom', left / need.principal, left),
  ];
};

const factor = (
  name: RankFactor['factor'],
  share: number,
  value: RankFactor['value'],
): RankFactor => ({
  factor: name,
  points: Math.round(Math.min(Math.max(share, 0), 1) * rankWeights[name]),
  max: rankWeights[name],
  value,
});

function lightestGuarantee(product: Product, need: Need): Guarantee | undefined {
  let lightest: Guarantee | undefined;
  for (const offered of need.guarantees) {
    if (!product.guarantees.includes(offered)) continue;
    if (lightest === undefined || freedom[offered] > freedom[lightest]) lightest = offered;
  }
  return lightest;
}
