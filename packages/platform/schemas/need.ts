import * as z from 'zod';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { namesIn } from '#domain/names-in';
import {
  debtLimits,
  lenderLimits,
  MAX_ATTACHMENT_NAME,
  MAX_ATTACHMENTS,
  MAX_INVITED_BANKS,
  MAX_NAMED_CONSENTS,
  MAX_PURPOSE_DETAIL,
} from '#domain/need/limits';
import type { Audience, Declared, NeedTerms } from '#domain/need/need';
import { principalLimits, rateLimits, termLimits } from '#domain/product/limits';
import {
  documentKinds,
  guaranteeKinds,
  purposeKinds,
  repaymentKinds,
  unlawfulPurposeKinds,
} from '#domain/product/vocabulary';
import {
  bankIdSchema,
  basisPointsSchema,
  codeSchema,
  consentIdSchema,
  daySchema,
  districtSchema,
  fenSchema,
  listSchema,
  monthsSchema,
  needIdSchema,
  productIdSchema,
  proseSchema,
  textSchema,
  wholeSchema,
} from './values.ts';

const audience = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('product'), product: productIdSchema }),
    z.strictObject({ to: z.literal('banks'), banks: listSchema(bankIdSchema, MAX_INVITED_BANKS) }),
    z.strictObject({ to: z.literal('all') }),
  ])
  .meta({
    description: 'To one product (定向), to chosen banks, or to whoever lists a product that fits.',
  }) satisfies z.ZodType<Audience>;

const declared = z
  .strictObject({
    existingLoans: fenSchema(debtLimits).exactOptional(),
    existingLenders: wholeSchema(lenderLimits, 'Banks that it owes to.').exactOptional(),
    firstTimeBorrower: z.boolean().exactOptional(),
    collateralValue: fenSchema(debtLimits).exactOptional(),
  })
  .meta({
    description: 'What the firm says of itself where no record does; the bank confirms it.',
  }) satisfies z.ZodType<Declared>;

const attachment = z.strictObject({
  kind: z.enum(namesIn(documentKinds)),
  name: textSchema(MAX_ATTACHMENT_NAME),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'SHA-256 of the file, in hex.' }),
});

/** What a firm asks for; what hangs on the day, and what contradicts itself, `checkNeed` says. */
export const needTermsSchema = z.strictObject({
  id: needIdSchema,
  code: codeSchema,
  principal: fenSchema(principalLimits),
  term: monthsSchema(termLimits),
  purpose: z
    .enum([...namesIn(purposeKinds), ...namesIn(unlawfulPurposeKinds)])
    .meta({ description: `Refused by its rule: ${namesIn(unlawfulPurposeKinds).join(', ')}.` }),
  purposeDetail: proseSchema(MAX_PURPOSE_DETAIL).exactOptional(),
  guarantees: listSchema(z.enum(namesIn(guaranteeKinds)), namesIn(guaranteeKinds).length).meta({
    description: 'What the firm can offer; a product fits when it takes one of them.',
  }),
  repayment: z.enum(namesIn(repaymentKinds)).exactOptional(),
  rateCeiling: basisPointsSchema(rateLimits).exactOptional(),
  expectedOn: daySchema.exactOptional(),
  district: districtSchema.exactOptional(),
  declared: declared.exactOptional(),
  audience: audience.default({ to: 'all' }),
  // Nobody is shown to all banks who did not say so.
  visibility: z.enum(['named', 'anonymous']).default('anonymous').meta({
    description: 'anonymous: banks see who asks once they hold a consent of the firm.',
  }),
  discloses: z.array(z.enum(dataCategoryIds)).max(dataCategoryIds.length).exactOptional().meta({
    description: 'What matching may read of the firm; absent: all. What is left out is unknown.',
  }),
  consents: z.array(consentIdSchema).max(MAX_NAMED_CONSENTS).exactOptional(),
  attachments: z.array(attachment).max(MAX_ATTACHMENTS).exactOptional(),
  validTo: daySchema,
}) satisfies z.ZodType<NeedTerms>;
