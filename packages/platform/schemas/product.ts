import * as z from 'zod';
import { MAX_POINTS } from '#domain/matching/expected-rate';
import {
  decisionDaysLimits,
  MAX_CRITERION_LIST,
  principalLimits,
  rateLimits,
  spreadLimits,
  termLimits,
} from '#domain/product/limits';
import { guarantees, type Product, purposes, repayments } from '#domain/product/product';
import {
  bankIdSchema,
  basisPointsSchema,
  daySchema,
  districtSchema,
  fenSchema,
  industrySchema,
  listSchema,
  monthsSchema,
  productIdSchema,
  sizeSchema,
  textSchema,
  wholeSchema,
} from './values.ts';

/** Characters in the name of a bank, a product, a list. */
export const MAX_NAME = 100;
const MAX_GRADE = 10;

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

const criteria = z
  .strictObject({
    minPoints: wholeSchema({ min: 0, max: MAX_POINTS }, 'Points of the score.').exactOptional(),
    minAgeMonths: wholeSchema({ min: 0, max: 1200 }, 'Months in business.').exactOptional(),
    minAnnualSales: fenSchema({ min: 0, max: 100 * principalLimits.max }).exactOptional(),
    minInsuredHeadcount: wholeSchema(
      { min: 0, max: 1_000_000 },
      'Persons with social insurance.',
    ).exactOptional(),
    maxSeriousPenalties: wholeSchema(
      { min: 0, max: 1000 },
      'Serious penalties of 36 months.',
    ).exactOptional(),
    taxGrades: listSchema(textSchema(MAX_GRADE), MAX_CRITERION_LIST).exactOptional(),
    sizes: listSchema(sizeSchema, MAX_CRITERION_LIST).exactOptional(),
    districts: listSchema(districtSchema, MAX_CRITERION_LIST).exactOptional(),
    industries: listSchema(industrySchema, MAX_CRITERION_LIST).exactOptional(),
    excludedIndustries: listSchema(industrySchema, MAX_CRITERION_LIST).exactOptional(),
    recommendedOnly: z.boolean().exactOptional(),
  })
  .meta({ description: 'Whom the bank lends to. Absent: no condition. All present must hold.' });

/** A credit product as its bank lists it; what only several fields together say, `checkProduct` refuses. */
export const productSchema = z.strictObject({
  id: productIdSchema,
  bank: z.strictObject({ id: bankIdSchema, name: textSchema(MAX_NAME) }),
  name: textSchema(MAX_NAME),
  status: z.enum(['listed', 'delisted']),
  principal: z.strictObject({ min: fenSchema(principalLimits), max: fenSchema(principalLimits) }),
  term: z.strictObject({ min: monthsSchema(termLimits), max: monthsSchema(termLimits) }),
  pricing,
  guarantees: listSchema(z.enum(guarantees), MAX_CRITERION_LIST),
  purposes: listSchema(z.enum(purposes), MAX_CRITERION_LIST),
  repayments: listSchema(z.enum(repayments), MAX_CRITERION_LIST),
  criteria,
  decisionDays: wholeSchema(decisionDaysLimits, 'Working days to a decision.'),
  validFrom: daySchema,
  validTo: daySchema.exactOptional(),
}) satisfies z.ZodType<Product>;
