import * as z from 'zod';
import { criterionCodes } from '#domain/matching/matching';
import { guarantees, purposes, repayments } from '#domain/product/product';
import type { WhyOutCode } from '#domain/whitelist/whitelist';
import type { Kept } from '#usecases/ports';
import {
  bankId,
  code,
  count,
  day,
  instant,
  money,
  months,
  needId,
  productId,
  rate,
  size,
  text,
  whitelistId,
} from './values.ts';

const requirement = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);

const rule = z.object({
  minPoints: z.int(),
  minCoverage: rate.exactOptional(),
  minAgeMonths: z.int().exactOptional(),
  districts: z.array(z.string()).exactOptional(),
  excludedIndustries: z.array(z.string()).exactOptional(),
  sizes: z.array(size).exactOptional(),
});
const range = <T extends z.ZodType>(of: T) => z.object({ min: of, max: of });
const productMatch = {
  product: productId,
  productName: z.string(),
  bank: bankId,
  bankName: z.string(),
  expectedRate: rate,
};
type Lending = 'whitelist' | 'currentWhitelist' | 'listing' | 'product' | 'matching';

export const lendingSchemas: { readonly [K in Lending]: z.ZodType<Kept[K]> } = {
  whitelist: z.object({
    id: whitelistId,
    name: z.string(),
    rule,
    ruleVersion: count,
    asOf: day,
    status: z.enum(['drafting', 'draft', 'published']),
    requestedAt: instant,
    after: z.string().exactOptional(),
    considered: count,
    listed: count,
    publishedAt: instant.exactOptional(),
  }),
  currentWhitelist: z.object({ whitelist: whitelistId }),
  listing: z.object({
    whitelist: whitelistId,
    code,
    name: z.string(),
    listed: z.boolean(),
    grounds: z.array(
      z.object({
        code: text<WhyOutCode | `${string}_met`>(/^[a-z_]+$/),
        required: z.union([z.string(), z.number()]),
        actual: z.union([z.string(), z.number()]),
      }),
    ),
    points: z.int().exactOptional(),
    grade: z.string().exactOptional(),
  }),
  product: z.object({
    id: productId,
    bank: z.object({ id: bankId, name: z.string() }),
    name: z.string(),
    status: z.enum(['listed', 'delisted']),
    principal: range(money),
    term: range(months),
    pricing: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fixed'), min: rate, max: rate }),
      z.object({ kind: z.literal('lpr'), tenor: z.enum(['1Y', '5Y']), min: rate, max: rate }),
    ]),
    guarantees: z.array(z.enum(guarantees)),
    purposes: z.array(z.enum(purposes)),
    repayments: z.array(z.enum(repayments)),
    criteria: z.object({
      minPoints: z.int().exactOptional(),
      minAgeMonths: z.int().exactOptional(),
      minAnnualSales: money.exactOptional(),
      minInsuredHeadcount: z.int().exactOptional(),
      maxSeriousPenalties: z.int().exactOptional(),
      taxGrades: z.array(z.string()).exactOptional(),
      sizes: z.array(size).exactOptional(),
      districts: z.array(z.string()).exactOptional(),
      industries: z.array(z.string()).exactOptional(),
      excludedIndustries: z.array(z.string()).exactOptional(),
      recommendedOnly: z.boolean().exactOptional(),
    }),
    decisionDays: z.int(),
    validFrom: day,
    validTo: day.exactOptional(),
  }),
  matching: z.object({
    need: needId,
    code,
    asOf: day,
    ruleVersion: count,
    points: z.int().exactOptional(),
    eligible: count,
    products: z.array(
      z.discriminatedUnion('eligible', [
        z.object({
          ...productMatch,
          eligible: z.literal(true),
          rank: z.int(),
          points: z.int(),
          why: z.array(
            z.object({
              factor: z.enum(['price', 'speed', 'collateral', 'headroom']),
              points: z.int(),
              max: z.int(),
              value: z.union([z.number(), z.string()]),
            }),
          ),
        }),
        z.object({
          ...productMatch,
          expectedRate: rate.exactOptional(),
          eligible: z.literal(false),
          failed: z.array(
            z.object({
              criterion: z.enum(criterionCodes),
              required: requirement,
              actual: requirement,
            }),
          ),
        }),
      ]),
    ),
    revision: count,
    recommended: z.boolean(),
    matchedAt: instant,
  }),
};
