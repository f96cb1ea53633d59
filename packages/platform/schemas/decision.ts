import * as z from 'zod';
import type { DecisionReport } from '#domain/matching/credit-decision';
import {
  bankIdSchema,
  creditDecisionIdSchema,
  daySchema,
  needIdSchema,
  productIdSchema,
} from './values.ts';

/** How a bank decided on a need; whether the day is lawful, `checkDecision` says. */
export const decisionReportSchema = z.strictObject({
  id: creditDecisionIdSchema,
  need: needIdSchema,
  product: productIdSchema,
  bank: bankIdSchema,
  approved: z.boolean(),
  decidedOn: daySchema,
}) satisfies z.ZodType<DecisionReport>;
