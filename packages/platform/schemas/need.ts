import * as z from 'zod';
import type { NeedTerms } from '#domain/need/need';
import { principalLimits, rateLimits, termLimits } from '#domain/product/limits';
import { guarantees, purposes, repayments } from '#domain/product/product';
import {
  basisPointsSchema,
  codeSchema,
  daySchema,
  fenSchema,
  listSchema,
  monthsSchema,
  needIdSchema,
} from './values.ts';

/** What a firm asks for; whether its last day has passed, `checkNeed` says on the day. */
export const needTermsSchema = z.strictObject({
  id: needIdSchema,
  code: codeSchema,
  principal: fenSchema(principalLimits),
  term: monthsSchema(termLimits),
  purpose: z.enum(purposes),
  guarantees: listSchema(z.enum(guarantees), guarantees.length).meta({
    description: 'What the firm can offer; a product fits when it takes one of them.',
  }),
  repayment: z.enum(repayments).exactOptional(),
  rateCeiling: basisPointsSchema(rateLimits).exactOptional(),
  validTo: daySchema,
}) satisfies z.ZodType<NeedTerms>;
