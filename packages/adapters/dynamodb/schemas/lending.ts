import * as z from 'zod';
import type { WhyOutCode } from '#domain/whitelist/whitelist';
import type { Kept } from '#usecases/ports';
import { code, count, day, instant, rate, size, text, whitelistId } from './values.ts';

const rule = z.object({
  minPoints: z.int(),
  minCoverage: rate.exactOptional(),
  minAgeMonths: z.int().exactOptional(),
  districts: z.array(z.string()).exactOptional(),
  excludedIndustries: z.array(z.string()).exactOptional(),
  sizes: z.array(size).exactOptional(),
});
type Lending = 'whitelist' | 'currentWhitelist' | 'listing';

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
};
