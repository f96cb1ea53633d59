import * as z from 'zod';
import { identityMethods } from '#domain/identity/identity';
import { type IdNumber, parseIdNumber } from '#domain/personal/id-number';
import { type Mobile, parseMobile } from '#domain/personal/mobile';
import type { Outcome } from '#domain/refusal';
import { codeSchema, searchIdSchema, textSchema } from './values.ts';

const MAX_PERSON_NAME = 50;
const MAX_LICENCE = 200;
const MAX_REASON = 200;
/** More than any number is long, blanks and all. */
const MAX_NUMBER = 40;

/** A number whose refusal never tells it back. */
const numberOf = <Value>(parse: (text: string) => Outcome<Value>) =>
  z.unknown().transform((value, context): Value => {
    const parsed = parse(typeof value === 'string' ? value.slice(0, MAX_NUMBER) : '');
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', params: { refusal: parsed.refusal } });
    return z.NEVER;
  });

/** 公民身份号码. Refuses id_number_wrong, and does not tell it back. */
export const idNumberSchema = numberOf<IdNumber>((text) => parseIdNumber(text)).meta({
  type: 'string',
  description: '公民身份号码 (GB 11643): 17 digits and a check character. Never told back.',
});

/** Refuses phone_wrong, and does not tell it back. */
export const mobileSchema = numberOf<Mobile>(parseMobile).meta({
  type: 'string',
  description: 'A mobile number of the mainland. Never told back.',
});

/** What a person says of themselves; the firm is that of the path. */
export const identityClaimSchema = z.strictObject({
  code: codeSchema,
  name: textSchema(MAX_PERSON_NAME),
  idNumber: idNumberSchema,
  phone: mobileSchema.exactOptional(),
  method: z.enum(identityMethods),
  licence: textSchema(MAX_LICENCE)
    .exactOptional()
    .meta({ description: 'What the electronic licence shows, where that is the method.' }),
});

/** An ID number stands in no URL: a search is PUT. */
export const identitySearchSchema = z.strictObject({
  id: searchIdSchema,
  idNumber: idNumberSchema,
  reason: textSchema(MAX_REASON).meta({ description: 'Why one looks; it goes into the audit.' }),
});
