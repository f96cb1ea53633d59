import * as z from 'zod';
import { MAX_VALIDITY_DAYS } from '#domain/consent/check-consent';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { MAX_CHOSEN_BANKS } from '#domain/findability/check-findability';
import type { FindabilityTerms } from '#domain/findability/findability';
import { bankIdSchema, codeSchema, daySchema, listSchema } from './values.ts';

/** The firm is that of the path; whether its last day is lawful, `checkFindability` says on the day. */
export const findabilitySchema = z.strictObject({
  code: codeSchema,
  banks: z
    .union([z.literal('all'), listSchema(bankIdSchema, MAX_CHOSEN_BANKS)])
    .meta({ description: 'Who may find the firm: `all`, or these banks.' }),
  discloses: listSchema(z.enum(dataCategoryIds), dataCategoryIds.length).meta({
    description: 'What may be read of the firm to find it; the rest counts as unknown.',
  }),
  until: daySchema.meta({ description: `The last day, at most ${MAX_VALIDITY_DAYS} days ahead.` }),
}) satisfies z.ZodType<FindabilityTerms>;
