import * as z from 'zod';
import { MAX_SUPPOSED } from '#domain/scoring/what-if';
import { daySchema, listSchema, recordIdSchema, textSchema } from './values.ts';

const MAX_FACT = 100;

const change = z.union([
  z.strictObject({ record: recordIdSchema }).meta({ description: 'As if it had been repaired.' }),
  z
    .strictObject({
      fact: textSchema(MAX_FACT),
      value: z.union([z.number(), z.boolean(), textSchema(MAX_FACT)]),
    })
    .meta({ description: 'As if the fact were so: money in fen, shares in basis points.' }),
]);

export const whatIfSchema = z.strictObject({
  changes: listSchema(change, MAX_SUPPOSED),
  asOf: daySchema.exactOptional(),
});
