import * as z from 'zod';
import { type VerificationTerms, verificationOutcomes } from '#domain/credit/verification';
import { evidenceSchema, reasonsSchema } from './evidence.ts';
import { recordIdSchema, verificationIdSchema } from './values.ts';

/** What somebody found who looked into what a firm declared. */
export const verificationSchema = z.strictObject({
  id: verificationIdSchema,
  record: recordIdSchema,
  outcome: z.enum(verificationOutcomes),
  evidence: evidenceSchema,
  reasons: reasonsSchema,
}) satisfies z.ZodType<VerificationTerms>;
