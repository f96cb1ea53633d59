import * as z from 'zod';
import { namesIn } from '#domain/names-in';
import { MAX_CRITERIA } from '#domain/product/criterion';
import { eligibilityFact } from '#domain/product/eligibility-facts';
import {
  feeRateLimits,
  MAX_CRITERION_LIST,
  MAX_FEES,
  MAX_MOVE_NOTE,
  MAX_NAME,
  MAX_TIERS,
  principalLimits,
  rateLimits,
  serviceDaysLimits,
  spreadLimits,
  termLimits,
} from '#domain/product/limits';
import type { Fee, ProductTerms } from '#domain/product/product';
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
import type { Refusal } from '#domain/refusal';
import { criterionSchema } from './criterion.ts';
import {
  bankIdSchema,
  basisPointsSchema,
  daySchema,
  divisionSchema,
  fenSchema,
  listSchema,
  monthsSchema,
  productIdSchema,
  proseSchema,
  textSchema,
  wholeSchema,
} from './values.ts';

const range = <End extends z.ZodType>(end: End) => z.strictObject({ min: end, max: end });
/** Words of a table; each counts once. */
const anyOf = <Table extends object>(table: Table) =>
  z.array(z.enum(namesIn(table))).max(namesIn(table).length);
const someOf = <Table extends object>(table: Table) => anyOf(table).min(1);

const pricing = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('fixed'),
      min: basisPointsSchema(rateLimits),
      max: basisPointsSchema(rateLimits),
    }),
    z.strictObject({
      kind: z.literal('lpr'),
      tenor: z.enum(['1Y', '5Y']),
      min: basisPointsSchema(spreadLimits),
      max: basisPointsSchema(spreadLimits),
    }),
  ])
  .meta({ description: 'Yearly: fixed, or the loan prime rate plus or minus basis points.' });

const price = basisPointsSchema({ min: spreadLimits.min, max: rateLimits.max });
const grades = eligibilityFact('grade').choices ?? [];

const tier = z
  .strictObject({
    min: price,
    max: price,
    grades: listSchema(z.enum(grades), grades.length).exactOptional(),
    principal: range(fenSchema(principalLimits)).exactOptional(),
  })
  .meta({
    description:
      'A price for some, in the form of the pricing: all that stands must hold, and the first tier that holds is the price.',
  });

const fee = z
  .strictObject({
    kind: z.enum(namesIn(feeKinds)),
    payer: z.enum(namesIn(feePayers)),
    payee: textSchema(MAX_NAME).meta({ description: 'Who collects it.' }),
    cycle: z.enum(namesIn(feeCycles)),
    method: z.enum(namesIn(feeMethods)),
    rate: basisPointsSchema(feeRateLimits)
      .exactOptional()
      .meta({ description: 'Of the principal, each time, in basis points.' }),
    amount: fenSchema(principalLimits).exactOptional().meta({ description: 'In fen, each time.' }),
  })
  .meta({ oneOf: [{ required: ['rate'] }, { required: ['amount'] }] })
  .transform(({ rate, amount, ...said }, context): Fee => {
    if (rate !== undefined && amount === undefined) return { ...said, rate };
    if (amount !== undefined && rate === undefined) return { ...said, amount };
    const refusal = { code: 'wrong_type', expected: 'a rate or an amount' } satisfies Refusal;
    context.addIssue({ code: 'custom', params: { refusal } });
    return z.NEVER;
  });

const days = (what: string) => wholeSchema(serviceDaysLimits, `Working days ${what}.`);

/** What a bank says of a product; what only several fields together say, `checkProduct` refuses. */
export const productTermsSchema = z.strictObject({
  id: productIdSchema,
  bank: z.strictObject({
    id: bankIdSchema,
    name: textSchema(MAX_NAME),
    branch: textSchema(MAX_NAME).exactOptional(),
  }),
  name: textSchema(MAX_NAME),
  kind: z.enum(namesIn(productKinds)),
  principal: range(fenSchema(principalLimits)),
  limit: z.enum(namesIn(limitKinds)),
  term: range(monthsSchema(termLimits)),
  pricing,
  tiers: listSchema(tier, MAX_TIERS).exactOptional(),
  fees: z
    .array(fee)
    .max(MAX_FEES)
    .meta({ description: 'All that a loan costs beside interest, whoever pays it.' }),
  guarantees: someOf(guaranteeKinds),
  purposes: someOf(purposeKinds),
  repayments: someOf(repaymentKinds),
  documents: anyOf(documentKinds),
  features: anyOf(productFeatures),
  districts: listSchema(divisionSchema, MAX_CRITERION_LIST)
    .exactOptional()
    .meta({ description: 'Where the bank lends; absent: in the whole city.' }),
  eligibility: z
    .array(criterionSchema)
    .max(MAX_CRITERIA)
    .meta({ description: 'Whom the bank lends to: all of it must hold.' }),
  service: z
    .strictObject({
      acceptDays: days('to accept'),
      decisionDays: days('from there to a decision'),
      disburseDays: days('from there to the money'),
    })
    .meta({ description: 'What the bank promises.' }),
  contact: textSchema(MAX_NAME)
    .exactOptional()
    .meta({ description: 'The line of the bank for firms; no name of a person.' }),
  validFrom: daySchema,
  validTo: daySchema.exactOptional(),
}) satisfies z.ZodType<ProductTerms>;

/** Why a version moves; whoever has to say, `decideMove` says. */
export const productMoveSchema = z.strictObject({
  note: proseSchema(MAX_MOVE_NOTE).exactOptional(),
});
