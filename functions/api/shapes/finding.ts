import * as z from 'zod';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { code, count, day, instant } from './values.ts';

export const findability = z
  .strictObject({
    code,
    banks: z.union([z.literal('all'), z.array(z.string())]),
    discloses: z.array(z.enum(dataCategoryIds)),
    until: day.meta({ description: 'The last day.' }),
    status: z.enum(['allowed', 'ended']),
    changedAt: instant,
  })
  .meta({ description: "A firm's consent to be found by banks for their products." });

const told = z.union([count, z.literal('fewer_than_5')]);

const reach = z
  .strictObject({
    product: z.string(),
    version: count,
    asOf: day,
    firms: z.strictObject({ yes: told, unknown: told, no: told }),
    gaps: z
      .array(z.strictObject({ code: z.string(), alone: told }))
      .meta({ description: 'Firms that lack nothing but this one thing that the product asks.' }),
  })
  .meta({
    description:
      'How many firms of the city the product reaches, counted once a day; to a bank down to fives.',
  });

export const firmsOfProduct = z.strictObject({
  product: z.string(),
  version: count,
  reach: reach.exactOptional(),
  items: z.array(
    z.strictObject({
      code,
      name: z.string(),
      grade: z.string().exactOptional(),
      met: z.array(z.string()).meta({ description: 'What the product asks and the firm has.' }),
    }),
  ),
  next: z.string().exactOptional(),
});
