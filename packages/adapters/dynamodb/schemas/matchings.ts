import * as z from 'zod';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { termCodes } from '#domain/matching/matching';
import { eligibilityFactNames } from '#domain/product/eligibility-facts';
import type { Kept } from '#usecases/ports';
import { criterion } from './products.ts';
import { bankId, code, count, day, instant, needId, productId, rate } from './values.ts';

const told = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])),
]);
const required = z.union([told, criterion]);
const findingCode = z.enum([...termCodes, ...eligibilityFactNames, 'any', 'all', 'not']);
const unmet = z.enum(['no', 'unknown']);
const categories = z.array(z.enum(dataCategoryIds));

const finding = z.object({
  code: findingCode,
  verdict: unmet,
  required,
  actual: told.exactOptional(),
  provide: z
    .discriminatedUnion('how', [
      z.object({ how: z.literal('disclose'), categories }),
      z.object({ how: z.literal('record'), categories }),
      z.object({ how: z.literal('declare'), field: z.string() }),
    ])
    .exactOptional(),
  get of() {
    return z.array(finding).exactOptional();
  },
});

const offered = {
  product: productId,
  version: count,
  name: z.string(),
  bank: bankId,
  bankName: z.string(),
  expectedRate: rate.exactOptional(),
};

export const matchingSchemas: { readonly matching: z.ZodType<Kept['matching']> } = {
  matching: z.object({
    need: needId,
    edition: count,
    code,
    asOf: day,
    ruleVersion: count,
    points: z.int().exactOptional(),
    counts: z.object({ yes: count, unknown: count, no: count }),
    gaps: z.array(
      z.object({
        code: findingCode,
        products: count,
        alone: count,
        would: z.object({ required, products: count }).exactOptional(),
      }),
    ),
    products: z.array(
      z.union([
        z.object({
          ...offered,
          verdict: z.literal('yes'),
          rank: count,
          points: z.int(),
          allInRate: rate,
          why: z.array(
            z.object({
              factor: z.enum(['cost', 'likelihood', 'speed', 'fit']),
              points: z.int(),
              max: z.int(),
              value: z.number(),
            }),
          ),
        }),
        z.object({ ...offered, verdict: unmet, reasons: z.array(count) }),
      ]),
    ),
    findings: z.array(finding),
    next: z.string().exactOptional(),
    revision: count,
    recommended: z.boolean(),
    matchedAt: instant,
  }),
};
