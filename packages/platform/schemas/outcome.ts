import * as z from 'zod';
import { loanClasses, type OutcomeReport } from '#domain/scoring/monitoring/loan-outcome';
import { bankIdSchema, codeSchema, daySchema, outcomeIdSchema } from './values.ts';

/** Letters, digits and dots: a number of the bank, with nobody's name in it. */
const LOAN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** What a bank reports of a loan; whether its days are lawful, `checkOutcome` says on the day. */
export const outcomeReportSchema = z.strictObject({
  id: outcomeIdSchema,
  code: codeSchema,
  bank: bankIdSchema,
  loan: z.string().regex(LOAN).meta({ description: "The bank's own reference of the loan." }),
  classification: z.enum(loanClasses).exactOptional().meta({
    description: '五级分类 正常, 关注, 次级, 可疑, 损失; this, or the days past due, or both.',
  }),
  daysPastDue: z
    .int()
    .min(0)
    .exactOptional()
    .meta({ description: 'The most days that the loan was past due in the time observed.' }),
  observedFrom: daySchema,
  observedTo: daySchema.meta({ description: 'The last day, at most 12 months after the first.' }),
}) satisfies z.ZodType<OutcomeReport>;
