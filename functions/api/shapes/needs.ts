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
import { code, count, day, instant, money, rate, term } from './values.ts';

const open = {
  id: z.string(),
  principal: money,
  term,
  purpose: z.enum([...namesIn(purposeKinds), ...namesIn(unlawfulPurposeKinds)]),
  guarantees: z.array(z.enum(namesIn(guaranteeKinds))),
  repayment: z.enum(namesIn(repaymentKinds)).exactOptional(),
  rateCeiling: rate.exactOptional(),
  expectedOn: day.exactOptional(),
  audience: z.discriminatedUnion('to', [
    z.strictObject({ to: z.literal('product'), product: z.string() }),
    z.strictObject({ to: z.literal('banks'), banks: z.array(z.string()) }),
    z.strictObject({ to: z.literal('all') }),
  ]),
  validTo: day,
};

const terms = {
  ...open,
  code,
  purposeDetail: z.string().exactOptional(),
  district: z.string().exactOptional(),
  declared: z
    .strictObject({
      existingLoans: money.exactOptional(),
      existingLenders: count.exactOptional(),
      firstTimeBorrower: z.boolean().exactOptional(),
      collateralValue: money.exactOptional(),
    })
    .exactOptional(),
  visibility: z.enum(['named', 'anonymous']),
  discloses: z.array(z.enum(dataCategoryIds)).exactOptional(),
  consents: z.array(z.string()).exactOptional(),
  attachments: z
    .array(
      z.strictObject({
        kind: z.enum(namesIn(documentKinds)),
        name: z.string(),
        digest: z.string(),
      }),
    )
    .exactOptional(),
};

const life = {
  status: z.enum(['open', 'withdrawn']),
  edition: count.meta({ description: 'Of the terms, from 1.' }),
  submittedAt: instant,
  editedAt: instant.exactOptional(),
};

export const need = z.strictObject({ ...terms, ...life });

const maskedNeed = z
  .strictObject({
    ...open,
    district: z.string().exactOptional().meta({ description: 'The city alone, four digits.' }),
    declared: z.strictObject({ firstTimeBorrower: z.boolean() }).exactOptional(),
    visibility: z.literal('anonymous'),
    ...life,
  })
  .meta({ description: 'An anonymous need, to a bank that holds no consent of its firm.' });

export const seenNeed = z.union([need, maskedNeed]);

export const needEdition = z.strictObject({ ...terms, edition: count, writtenAt: instant });
