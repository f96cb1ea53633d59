import * as z from 'zod';
import { type CaseTerms, caseKinds } from '#domain/case/case';
import { papersSchema, reasonsSchema } from './evidence.ts';
import { caseIdSchema, codeSchema, proseSchema, recordIdSchema } from './values.ts';

const MAX_STATEMENT = 2000;

/** What a firm files; whether it may, the domain says. */
export const caseTermsSchema = z.strictObject({
  id: caseIdSchema,
  kind: z.enum(caseKinds),
  code: codeSchema,
  record: recordIdSchema,
  statement: proseSchema(MAX_STATEMENT).meta({ description: "In the firm's words." }),
  evidence: papersSchema.default([]),
  promised: z
    .boolean()
    .default(false)
    .meta({ description: 'The public commitment (信用承诺) without which nothing is repaired.' }),
}) satisfies z.ZodType<CaseTerms>;

/** What the office answers; its reasons are of the domain's own table. */
export const caseAcceptanceSchema = z.strictObject({
  id: caseIdSchema,
  accepted: z.boolean(),
  reasons: reasonsSchema,
});
export const caseExtensionSchema = z.strictObject({ id: caseIdSchema, reasons: reasonsSchema });
export const caseDecisionSchema = z.strictObject({
  id: caseIdSchema,
  outcome: z.enum(['granted', 'denied']),
  reasons: reasonsSchema,
});
