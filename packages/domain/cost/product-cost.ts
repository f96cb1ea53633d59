import type { Fen } from '../money.ts';
import { outside } from '../product/bounds.ts';
import { priceOf } from '../product/price-of.ts';
import type { Product, ProductTerms, Range } from '../product/product.ts';
import type { Repayment } from '../product/vocabulary.ts';
import type { BasisPoints, LprFixing } from '../rate.ts';
import { accept, type Outcome, type Refusal, refuse } from '../refusal.ts';
import type { BusinessDate, Months } from '../time.ts';
import { type CostSheet, costSheet } from './cost-sheet.ts';
import { dueDays } from './due-days.ts';

/** What somebody asks of a product, or of several. Without `drawnOn` every month counts 30 days. */
export type CostAsked = {
  readonly principal: Fen;
  readonly term: Months;
  readonly repayment: Repayment;
  /** Yearly, such as one that was offered; absent = the upper end of the price. */
  readonly rate?: BasisPoints;
  /** The firm's, where prices hang on it. */
  readonly grade?: string;
  readonly drawnOn?: BusinessDate;
};

export type ProductCost = CostSheet & {
  readonly product: ProductTerms['id'];
  readonly version: number;
  readonly name: string;
  readonly bank: ProductTerms['bank'];
  /** Absent where it hangs on a fixing that is not known. */
  readonly price?: Range<BasisPoints>;
  /** `price`: reckoned at its upper end, so that nobody is promised too much. */
  readonly rateFrom: 'asked' | 'price';
};

/**
 * What a loan of a product costs. Refuses: what the product does not lend (principal, term: out_of_range; repayment:
 * not_in_list), a rate that is neither asked nor priced (required), what `costSheet` refuses.
 */
export function productCost(
  product: Product,
  asked: CostAsked,
  fixing: LprFixing | undefined,
): Outcome<ProductCost> {
  const { principal, term, repayment, grade, drawnOn } = asked;
  const [refusal] = notLent(product, asked);
  if (refusal) return { ok: false, refusal };
  const price = priceOf(product, {
    principal,
    ...(grade !== undefined && { grade }),
    ...(fixing && { fixing }),
  });
  const rate = asked.rate ?? price?.max;
  if (rate === undefined)
    return refuse('required', { field: 'rate', expected: 'LPR is not known' });
  const days = drawnOn && dueDays({ drawnOn, term });
  if (days?.ok === false) return days;
  const sheet = costSheet(
    { principal, term, rate, repayment, fees: product.fees },
    { lender: product.bank.name, ...(days && { days: days.value }) },
  );
  if (!sheet.ok) return sheet;
  const { id, version, name, bank } = product;
  return accept({
    product: id,
    version,
    name,
    bank,
    ...(price && { price }),
    rateFrom: asked.rate === undefined ? 'price' : 'asked',
    ...sheet.value,
  });
}

const notLent = (
  product: Product,
  { principal, term, repayment }: CostAsked,
): readonly Refusal[] => [
  ...outside('principal', principal, product.principal),
  ...outside('term', term, product.term),
  ...(product.repayments.includes(repayment)
    ? []
    : [
        {
          code: 'not_in_list',
          field: 'repayment',
          expected: product.repayments.join(', '),
          actual: repayment,
        } as const,
      ]),
];
