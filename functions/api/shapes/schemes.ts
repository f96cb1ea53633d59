import * as z from 'zod';
import { cardEntry } from './cards.ts';
import { count, scalar } from './values.ts';

const id = z.string().meta({ description: '`scheme_<scheme>.<version>`.' });
const named = z.strictObject({ id: z.string(), version: count });

const segmentScheme = named
  .extend({
    rules: z
      .array(
        z.strictObject({
          id: z.string(),
          zh: z.string(),
          en: z.string(),
          card: z.string(),
          anyOf: z
            .array(
              z.union([
                z.strictObject({ fact: z.string(), is: z.array(scalar) }),
                z.strictObject({ unknown: z.array(z.string()) }),
              ]),
            )
            .meta({ description: 'The rule holds where any of these does; without any, always.' }),
          source: z.string(),
        }),
      )
      .meta({ description: 'The first rule that holds chooses the card.' }),
  })
  .meta({ description: 'Which card scores which firm.' });

/** A version in a list, which tells what it says by its hash alone. */
export const schemeEntry = cardEntry
  .omit({ card: true, role: true })
  .extend({ id, scheme: named })
  .meta({ description: 'A version of the segment rules in the registry, without what it says.' });

export const schemeVersion = schemeEntry.extend({ scheme: segmentScheme }).meta({
  description: 'A version of the segment rules. What it says never changes; its status does.',
});
