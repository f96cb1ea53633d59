import { yuan } from '#domain/money';
import type { Criterion } from '#domain/product/criterion';
import type { Pricing, ProductTerms } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { addMonths, type BusinessDate, months } from '#domain/time';
import { type Bank, banks } from './bank.ts';
import { at, type Chance, createChance } from './chance.ts';
import { feesOf, type ProductLine } from './product-line.ts';
import { productLines } from './product-lines.ts';

type Offer = { readonly bank: Bank; readonly line: ProductLine; readonly edition: Edition };
type Edition = {
  readonly suffix: string;
  readonly larger: number;
  readonly stricter: number;
  readonly dearer: number;
};

/** A second loan of the same kind at the same bank is told apart by its edition. */
const editions: readonly Edition[] = [
  { suffix: '', larger: 1, stricter: 0, dearer: 0 },
  { suffix: '（小额版）', larger: 0.35, stricter: -50, dearer: 40 },
  { suffix: '（优享版）', larger: 1.6, stricter: 60, dearer: -25 },
];

const LIFE_MONTHS = 36;
const CHEAPEST_SPREAD = -60;
const CHEAPEST_FIXED = 240;
const LPR_1Y_MONTHS = 60;
/** Basis points between the two LPRs since 2025-05. */
const LPR_GAP = 50;

export function makeProducts(terms: {
  readonly seed: number;
  readonly asOf: BusinessDate;
  readonly banks: number;
  readonly products: number;
}): readonly ProductTerms[] {
  const serving = banks.slice(0, terms.banks);
  const offers = editions.flatMap((edition) =>
    productLines.flatMap((line) => serving.map((bank) => ({ bank, line, edition }))),
  );
  return offers
    .slice(0, terms.products)
    .map((offer, index) =>
      productOf(createChance(terms.seed, 'product', index), terms, offer, index),
    );
}

function productOf(
  chance: Chance,
  terms: { readonly seed: number; readonly asOf: BusinessDate },
  offer: Offer,
  index: number,
): ProductTerms {
  const { bank, line, edition } = offer;
  const validFrom = addMonths(terms.asOf, -chance.whole(1, 20));
  const largest = nice(
    line.principal[1] * bank.larger * edition.larger * chance.between(0.8, 1.25),
  );
  const smallest = Math.min(line.principal[0], largest);
  const shift = edition.larger < 1 ? 0.7 : 1;
  return {
    id: `product_demo-${terms.seed}-${String(index + 1).padStart(3, '0')}`,
    bank: { id: bank.id, name: bank.name },
    name: `${line.name}${edition.suffix}`,
    kind: line.kind,
    limit: line.repayments.includes('revolving') ? 'revolving' : 'single',
    principal: { min: yuan(smallest * 10_000), max: yuan(largest * 10_000) },
    term: { min: months(line.term[0]), max: months(Math.round(line.term[1] * shift)) },
    pricing: pricingOf(chance, offer),
    fees: feesOf(line.guarantees),
    guarantees: line.guarantees,
    purposes: line.purposes,
    repayments: line.repayments,
    documents: ['business_licence', 'financial_statements', 'credit_authorisation'],
    features: line.features,
    ...(bank.home && { districts: bank.home }),
    eligibility: eligibilityOf(chance, offer),
    service: {
      acceptDays: 1,
      decisionDays: Math.max(1, line.decisionDays + bank.slower + chance.whole(-1, 1)),
      disburseDays: line.features.includes('online') ? 1 : 2,
    },
    validFrom,
    validTo: addMonths(validFrom, LIFE_MONTHS),
  };
}

function pricingOf(chance: Chance, { bank, line, edition }: Offer): Pricing {
  const moved = 5 * Math.round((bank.dearer + edition.dearer + chance.between(-15, 15)) / 5);
  const { kind } = line.price;
  const cheapest = kind === 'lpr' ? CHEAPEST_SPREAD : CHEAPEST_FIXED;
  const min = Math.max(cheapest, line.price.min + moved);
  const max = Math.max(min + 20, line.price.max + moved);
  // What may run longer than five years is priced by the longer LPR, which lies above the other.
  const isLong = line.term[1] > LPR_1Y_MONTHS;
  const lower = kind === 'lpr' && isLong ? LPR_GAP : 0;
  const range = { min: basisPoints(min - lower), max: basisPoints(max - lower) };
  if (kind === 'fixed') return { kind, ...range };
  return { kind, tenor: isLong ? '5Y' : '1Y', ...range };
}

function eligibilityOf(chance: Chance, { bank, line, edition }: Offer): readonly Criterion[] {
  const asked = line.points + bank.stricter + edition.stricter + chance.whole(-2, 2) * 10;
  const later = 6 * chance.whole(0, 1);
  const excludes = chance.happens(0.25) && !line.asks.some(asksIndustry);
  const asksClean = chance.happens(0.3) && !line.asks.some(asksPenalties);
  return [
    ...(line.points > 0 ? [points(Math.max(500, Math.min(880, asked)))] : []),
    ...line.asks.map((criterion) => agedBy(criterion, later)),
    ...(excludes ? [excluded] : []),
    ...(asksClean ? [clean] : []),
  ];
}

const points = (atLeast: number): Criterion => ({ fact: 'points', atLeast });
const excluded: Criterion = { fact: 'industry', except: ['K70', 'J', 'L71'] };
const clean: Criterion = { fact: 'penalties_serious_36m', atMost: 0 };

const asksIndustry = (criterion: Criterion) => 'fact' in criterion && criterion.fact === 'industry';
const asksPenalties = (criterion: Criterion) =>
  'fact' in criterion && criterion.fact === 'penalties_serious_36m';

/** Some banks want half a year more. */
const agedBy = (criterion: Criterion, months: number): Criterion =>
  'atLeast' in criterion && criterion.fact === 'age_months' && criterion.atLeast !== undefined
    ? { ...criterion, atLeast: criterion.atLeast + months }
    : criterion;

/** 万元 as brochures have it: 300, 500, 1,000 … */
function nice(amount: number): number {
  const steps = [10, 20, 30, 50, 80, 100, 150, 200, 300, 500, 800, 1000, 1500, 2000, 3000, 5000];
  return [...steps, 8000, 10_000, 20_000].findLast((step) => step <= amount) ?? at(steps, 0);
}
