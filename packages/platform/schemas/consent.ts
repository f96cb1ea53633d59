import * as z from 'zod';
import { dataLifeLimits, readLimits, windowLimits } from '#domain/consent/check-consent';
import type { ConsentTerms } from '#domain/consent/consent';
import { type DataCategory, dataCategoryIds } from '#domain/consent/data-categories';
import { consentPurposeCodes } from '#domain/consent/purposes';
import type { Party } from '#domain/principal';
import type { Refusal } from '#domain/refusal';
import { bankIdSchema, codeSchema, consentIdSchema, daySchema, listSchema } from './values.ts';

const whole = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.int().min(min).max(max);

/** What a bank asks for and a firm signs; whether its days are lawful, `checkConsent` says on the day. */
export const consentTermsSchema = z.strictObject({
  id: consentIdSchema,
  code: codeSchema,
  recipient: bankIdSchema
    .transform((organisation): Party => ({ kind: 'bank', organisation }))
    .meta({ description: 'The bank that reads: `bank_gusu`.' }),
  categories: listSchema(z.enum(dataCategoryIds), dataCategoryIds.length),
  purpose: z.enum(consentPurposeCodes),
  validFrom: daySchema,
  validUntil: daySchema.meta({
    description: 'The last day, at most 366 days after the first.',
  }),
  frequency: z
    .strictObject({ reads: whole(readLimits), days: whole(windowLimits) })
    .meta({ description: 'At most so many reads in any stretch of so many times 24 hours.' }),
  dataLifeDays: whole(dataLifeLimits).meta({
    description: 'For how many days the bank may keep what it has read.',
  }),
}) satisfies z.ZodType<ConsentTerms>;

export const consentRenewalSchema = z.strictObject({ id: consentIdSchema, validUntil: daySchema });

/** In a query: one category or several, joined by commas. Refuses not_in_list. */
export const categoriesSchema = z
  .string()
  .transform((text, context): readonly DataCategory[] => {
    const asked = text.split(',');
    const known = dataCategoryIds.filter((category) => asked.includes(category));
    if (known.length > 0 && asked.every((one) => dataCategoryIds.some((id) => id === one)))
      return known;
    const refusal = {
      code: 'not_in_list',
      expected: dataCategoryIds.join(', '),
      actual: text,
    } satisfies Refusal;
    context.addIssue({ code: 'custom', params: { refusal } });
    return z.NEVER;
  })
  .meta({
    description: `Data categories, joined by commas: ${dataCategoryIds.join(', ')}.`,
  });
