import * as z from 'zod';
import { allRoles, organisationKinds } from '#domain/principal';

/** What answers are made of, for the document and its tests; requests have their own, stricter schemas. */
export const money = z.int().meta({ description: 'Renminbi in fen (1 yuan = 100 fen).' });
export const rate = z.int().meta({ description: 'Basis points: 385 is 3.85 %.' });
export const term = z.int().min(0).meta({ description: 'Months.' });
export const points = z.int().meta({ description: 'Points.' });
export const count = z.int().min(0);
export const day = z.string().meta({ format: 'date', description: 'A day in Asia/Shanghai.' });
export const instant = z
  .string()
  .meta({ format: 'date-time', description: 'UTC with milliseconds.' });
export const code = z.string().meta({ description: '统一社会信用代码 (GB 32100-2015).' });
export const size = z.enum(['large', 'medium', 'small', 'micro']);
export const counts = z
  .strictObject({
    delivered: count,
    accepted: count,
    warned: count,
    corrected: count,
    duplicate: count,
    unlinked: count,
    refused: count,
  })
  .meta({ description: 'Rows; the six verdicts always add up to `delivered`.' });
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** An organisation. */
export const party = z.strictObject({
  kind: z.enum(organisationKinds),
  organisation: z.string().meta({
    description: 'The code of a firm, the id of a bank or a supplier, `city` of the office.',
  }),
});
/** Who did something, for which organisation, in which roles. */
export const principal = party.extend({ roles: z.array(z.enum(allRoles)), id: z.string() });

export const refusal = z.strictObject({
  code: z.string().meta({ description: 'Never changes; made for programs.' }),
  field: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  actual: z.string().exactOptional(),
});
