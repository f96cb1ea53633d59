import * as z from 'zod';
import { namesIn } from '#domain/names-in';
import type { Criterion } from '#domain/product/criterion';
import { eligibilityFactNames } from '#domain/product/eligibility-facts';
import { productStatuses } from '#domain/product/product';
import { moveNames, productSides } from '#domain/product/product-version';
import {
  documentKinds,
  feeCycles,
  feeKinds,
  feeMethods,
  feePayers,
  guaranteeKinds,
  limitKinds,
  productFeatures,
  productKinds,
  purposeKinds,
  repaymentKinds,
} from '#domain/product/vocabulary';
import type { Kept } from '#usecases/ports';
import { bankId, count, day, instant, money, months, productId, rate } from './values.ts';

const range = <End extends z.ZodType>(end: End) => z.object({ min: end, max: end });
const wordsOf = <Table extends object>(table: Table) => z.array(z.enum(namesIn(table)));

const fact = z.enum(eligibilityFactNames);
const list = z.array(z.string()).exactOptional();
/** Strict, so that a leaf is read as the kind of leaf that it is. */
export const criterion: z.ZodType<Criterion> = z.lazy(() =>
  z.union([
    z.strictObject({ fact, is: z.boolean() }),
    z.strictObject({
      fact,
      atLeast: z.int().exactOptional(),
      atMost: z.int().exactOptional(),
    }),
    z.strictObject({ fact, in: list, except: list }),
    z.strictObject({ all: z.array(criterion) }),
    z.strictObject({ any: z.array(criterion) }),
    z.strictObject({ not: criterion }),
  ]),
);

const fee = {
  kind: z.enum(namesIn(feeKinds)),
  payer: z.enum(namesIn(feePayers)),
  payee: z.string(),
  cycle: z.enum(namesIn(feeCycles)),
  method: z.enum(namesIn(feeMethods)),
};

const product = z.object({
  id: productId,
  bank: z.object({ id: bankId, name: z.string(), branch: z.string().exactOptional() }),
  name: z.string(),
  kind: z.enum(namesIn(productKinds)),
  principal: range(money),
  limit: z.enum(namesIn(limitKinds)),
  term: range(months),
  pricing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fixed'), min: rate, max: rate }),
    z.object({ kind: z.literal('lpr'), tenor: z.enum(['1Y', '5Y']), min: rate, max: rate }),
  ]),
  tiers: z
    .array(
      z.object({ min: rate, max: rate, grades: list, principal: range(money).exactOptional() }),
    )
    .exactOptional(),
  fees: z.array(
    z.union([z.strictObject({ ...fee, rate }), z.strictObject({ ...fee, amount: money })]),
  ),
  guarantees: wordsOf(guaranteeKinds),
  purposes: wordsOf(purposeKinds),
  repayments: wordsOf(repaymentKinds),
  documents: wordsOf(documentKinds),
  features: wordsOf(productFeatures),
  districts: list,
  eligibility: z.array(criterion),
  service: z.object({ acceptDays: count, decisionDays: count, disburseDays: count }),
  contact: z.string().exactOptional(),
  validFrom: day,
  validTo: day.exactOptional(),
  version: count,
  status: z.enum(productStatuses),
});

const step = z.object({
  move: z.enum(moveNames),
  side: z.enum(productSides),
  by: z.string(),
  at: instant,
  note: z.string().exactOptional(),
});

type Products = 'product' | 'productVersion';

export const productSchemas: { readonly [K in Products]: z.ZodType<Kept[K]> } = {
  product,
  productVersion: product.extend({ steps: z.array(step) }),
};
