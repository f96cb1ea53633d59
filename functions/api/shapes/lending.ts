import * as z from 'zod';
import { code, count, day, instant, points, rate, size, term } from './values.ts';

const rule = z.strictObject({
  minPoints: points,
  minCoverage: rate.exactOptional(),
  minAgeMonths: term.exactOptional(),
  districts: z.array(z.string()).exactOptional(),
  excludedIndustries: z.array(z.string()).exactOptional(),
  sizes: z.array(size).exactOptional(),
});

export const whitelist = z
  .strictObject({
    id: z.string(),
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
  })
  .meta({ description: 'A recommended list: a recommendation, never a credit promise.' });

export const listing = z.strictObject({
  whitelist: z.string(),
  code,
  name: z.string(),
  listed: z.boolean(),
  grounds: z
    .array(
      z.strictObject({
        code: z.string(),
        required: z.union([z.string(), z.number()]),
        actual: z.union([z.string(), z.number()]),
      }),
    )
    .meta({ description: 'In: every condition met. Out: every condition failed.' }),
  points: points.exactOptional(),
  grade: z.string().exactOptional(),
});
