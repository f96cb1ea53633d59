import * as z from 'zod';
import { dataCategoryIds } from '#domain/consent/data-categories';
import type { Finding } from '#domain/matching/matching';
import { termCodes } from '#domain/matching/matching';
import { isEligibilityFact } from '#domain/product/eligibility-facts';
import type { Kept } from '#usecases/ports';
import { bankId, code, count, day, instant, productId } from './values.ts';

const compositions = ['any', 'all', 'not'] as const;
const askCode = z.custom<Finding['code']>(
  (value) =>
    typeof value === 'string' &&
    ([...termCodes, ...compositions].some((known) => known === value) || isEligibilityFact(value)),
  'what a product asks of a firm',
);

const reach = z.object({
  product: productId,
  version: count,
  asOf: day,
  firms: z.object({ yes: count, unknown: count, no: count }),
  gaps: z.array(z.object({ code: askCode, alone: count })),
});

type Kinds = 'findability' | 'reach' | 'reachCount';

export const findingSchemas: { readonly [K in Kinds]: z.ZodType<Kept[K]> } = {
  findability: z.object({
    code,
    banks: z.union([z.literal('all'), z.array(bankId)]),
    discloses: z.array(z.enum(dataCategoryIds)),
    until: day,
    status: z.enum(['allowed', 'ended']),
    changedAt: instant,
  }),
  reach,
  reachCount: z.object({
    asOf: day,
    phase: z.enum(['counting', 'counted', 'told']),
    after: z.string().exactOptional(),
    reaches: z.array(reach),
  }),
};
