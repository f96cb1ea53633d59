import * as z from 'zod';
import type { CostAsked } from '#domain/cost/product-cost';
import { productId } from '#domain/ids';
import { fen } from '#domain/money';
import { namesIn } from '#domain/names-in';
import { eligibilityFact } from '#domain/product/eligibility-facts';
import { principalLimits, rateLimits, termLimits } from '#domain/product/limits';
import { repaymentKinds } from '#domain/product/vocabulary';
import { basisPoints } from '#domain/rate';
import { months } from '#domain/time';
import { daySchema, productIdSchema } from '#platform/schemas/values';
import { MAX_COMPARED } from '#usecases/read-cost';
import { answer, asking, no, type Operation } from '../operation.ts';
import { pathId } from '../parse-asked.ts';
import { wholeQuery } from '../whole-query.ts';

const tag = 'Products';

const loanQuery = z.strictObject({
  principal: wholeQuery(principalLimits, 'Renminbi in fen.'),
  term: wholeQuery(termLimits, 'Months.'),
  repayment: z.enum(namesIn(repaymentKinds)),
  rate: wholeQuery(
    rateLimits,
    'Yearly, in basis points; the upper end of the price unless told, so that nobody is promised too much.',
  ).exactOptional(),
  grade: z
    .enum(eligibilityFact('grade').choices ?? [])
    .exactOptional()
    .meta({ description: 'Of the firm, where prices hang on it; the dearest unless told.' }),
  drawnOn: daySchema.exactOptional().meta({
    description: 'With it instalments have days; interest that is not level counts them, of 360.',
  }),
});

const askedOf = ({ principal, term, rate, ...asked }: z.output<typeof loanQuery>): CostAsked => ({
  principal: fen(principal),
  term: months(term),
  ...(rate !== undefined && { rate: basisPoints(rate) }),
  ...asked,
});

const productIds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(productIdSchema).min(1).max(MAX_COMPARED))
  .meta({ description: `Ids of products, joined by commas, at most ${MAX_COMPARED}.` });

export const costs: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/products/{id}/cost',
    operationId: 'readCost',
    action: 'readCost',
    tag,
    summary: 'What a loan of a product costs, all in (贷款明白纸)',
    description:
      'Interest and every fee with payer, payee, method, cycle, amount and share of the principal; every payment; the yearly cost with all fees that the enterprise pays.',
    query: loanQuery,
    answers: { one: 'ProductCost' },
    refuses: ['id_wrong', 'not_found', 'required', 'out_of_range', 'not_in_list', 'date_wrong'],
    handle: async (platform, { asker, id, query }) => {
      const product = pathId(productId, id, 'product');
      if (!product.ok) return no(product);
      const cost = await platform.readCost(asker, { product: product.value, ...askedOf(query) });
      return answer(cost, (value) => ({ value }));
    },
  }),
  asking({
    method: 'GET',
    path: '/v1/costs',
    operationId: 'compareCosts',
    action: 'compareCosts',
    tag,
    summary: 'The same loan of several products, cheapest first',
    query: loanQuery.extend({ products: productIds }),
    answers: { one: 'CostComparison' },
    refuses: ['id_wrong', 'too_long', 'required', 'out_of_range', 'not_in_list', 'date_wrong'],
    handle: async (platform, { asker, query: { products, ...asked } }) => {
      const compared = await platform.compareCosts(asker, { products, ...askedOf(asked) });
      return answer(compared, (value) => ({ value }));
    },
  }),
];
