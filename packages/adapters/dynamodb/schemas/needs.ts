import * as z from 'zod';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { namesIn } from '#domain/names-in';
import {
  documentKinds,
  guaranteeKinds,
  purposeKinds,
  repaymentKinds,
  unlawfulPurposeKinds,
} from '#domain/product/vocabulary';
import type { Kept } from '#usecases/ports';
import {
  bankId,
  code,
  consentId,
  count,
  day,
  instant,
  money,
  months,
  needId,
  productId,
  rate,
} from './values.ts';

const terms = {
  id: needId,
  code,
  principal: money,
  term: months,
  purpose: z.enum([...namesIn(purposeKinds), ...namesIn(unlawfulPurposeKinds)]),
  purposeDetail: z.string().exactOptional(),
  guarantees: z.array(z.enum(namesIn(guaranteeKinds))),
  repayment: z.enum(namesIn(repaymentKinds)).exactOptional(),
  rateCeiling: rate.exactOptional(),
  expectedOn: day.exactOptional(),
  district: z.string().exactOptional(),
  declared: z
    .object({
      existingLoans: money.exactOptional(),
      existingLenders: count.exactOptional(),
      firstTimeBorrower: z.boolean().exactOptional(),
      collateralValue: money.exactOptional(),
    })
    .exactOptional(),
  audience: z.discriminatedUnion('to', [
    z.object({ to: z.literal('product'), product: productId }),
    z.object({ to: z.literal('banks'), banks: z.array(bankId) }),
    z.object({ to: z.literal('all') }),
  ]),
  visibility: z.enum(['named', 'anonymous']),
  discloses: z.array(z.enum(dataCategoryIds)).exactOptional(),
  consents: z.array(consentId).exactOptional(),
  attachments: z
    .array(z.object({ kind: z.enum(namesIn(documentKinds)), name: z.string(), digest: z.string() }))
    .exactOptional(),
  validTo: day,
};

type Needs = 'need' | 'needEdition';

export const needSchemas: { readonly [K in Needs]: z.ZodType<Kept[K]> } = {
  need: z.object({
    ...terms,
    status: z.enum(['open', 'withdrawn']),
    edition: count,
    submittedAt: instant,
    editedAt: instant.exactOptional(),
  }),
  needEdition: z.object({ ...terms, edition: count, writtenAt: instant }),
};
