import * as z from 'zod';
import { productStatuses } from '#domain/product/product';
import { moveNames, productSides } from '#domain/product/product-version';
import { productTermsSchema } from '#platform/schemas/product';
import { count, instant } from './values.ts';

export const product = productTermsSchema.extend({
  version: count,
  status: z.enum(productStatuses),
});

export const productVersion = product
  .extend({
    steps: z.array(
      z.strictObject({
        move: z.enum(moveNames),
        side: z.enum(productSides),
        by: z.string().exactOptional(),
        at: instant,
        note: z.string().exactOptional(),
      }),
    ),
  })
  .meta({
    description:
      'What it says never changes. Who moved it, and what was said, its bank and the office see alone.',
  });

const named = { id: z.string(), zh: z.string(), en: z.string() };
const words = z.array(z.strictObject(named));

export const vocabulary = z
  .strictObject({
    productKinds: words,
    limitKinds: words,
    guarantees: words,
    purposes: words,
    unlawfulPurposes: words,
    repayments: words,
    features: words,
    documents: words,
    fees: z.strictObject({ kinds: words, payers: words, cycles: words, methods: words }),
    facts: z.array(
      z.strictObject({
        ...named,
        kind: z.enum(['number', 'flag', 'choice', 'tree', 'set']),
        unit: z.string(),
        choices: z.array(z.string()).exactOptional(),
        better: z.enum(['higher', 'lower', 'true', 'false', 'earlier']).exactOptional(),
        categories: z
          .array(z.string())
          .meta({ description: 'What a firm discloses for it to be known.' }),
        limits: z.strictObject({ min: z.int(), max: z.int() }).exactOptional(),
      }),
    ),
  })
  .meta({ description: 'The words of products and needs, and the facts that eligibility names.' });
