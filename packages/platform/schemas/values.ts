import * as z from 'zod';
import { clip } from '#domain/clip';
import { parseRecordId } from '#domain/credit/parse-record-id';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import {
  bankId,
  batchId,
  caseId,
  consentId,
  creditDecisionId,
  matchingEventId,
  needId,
  outcomeId,
  productId,
  productVersionId,
  type RecordId,
  searchId,
  supplierId,
  type UnifiedCode,
  verificationId,
  whitelistId,
} from '#domain/ids';
import { INDUSTRY_PREFIX } from '#domain/matching/industry';
import { fen } from '#domain/money';
import { basisPoints } from '#domain/rate';
import type { Refusal } from '#domain/refusal';
import { type BusinessDate, type Instant, months, parseDate, parseInstant } from '#domain/time';

/** Both ends included. */
type Limits = { readonly min: number; readonly max: number };

/** How a value's own refusal travels inside a zod issue; `parseBody` takes it out again. */
const refused = (refusal: Refusal) => ({ code: 'custom' as const, params: { refusal } });

const idOf = <Id extends string>(prefix: string, parse: (text: string) => Id | undefined) =>
  z
    .string()
    .transform((text, context): Id => {
      const id = parse(text);
      if (id !== undefined) return id;
      context.addIssue(refused({ code: 'id_wrong', expected: `${prefix}_…`, actual: text }));
      return z.NEVER;
    })
    .meta({ pattern: `^${prefix}_[A-Za-z0-9][A-Za-z0-9.-]{0,62}$` });

/** Refuses id_wrong, as all ids do. */
export const productIdSchema = idOf('product', productId);
export const productVersionIdSchema = idOf('product', productVersionId).meta({
  pattern: '^product_[A-Za-z0-9][A-Za-z0-9.-]{0,62}\\.\\d{1,4}$',
  description: '<product>.<version>',
});
export const needIdSchema = idOf('need', needId);
export const batchIdSchema = idOf('batch', batchId);
export const whitelistIdSchema = idOf('whitelist', whitelistId);
export const bankIdSchema = idOf('bank', bankId);
export const supplierIdSchema = idOf('supplier', supplierId);
export const caseIdSchema = idOf('case', caseId);
export const consentIdSchema = idOf('consent', consentId);
export const matchingEventIdSchema = idOf('event', matchingEventId);
export const outcomeIdSchema = idOf('outcome', outcomeId);
export const creditDecisionIdSchema = idOf('decision', creditDecisionId);
export const verificationIdSchema = idOf('verification', verificationId);
export const searchIdSchema = idOf('search', searchId);

/** `<catalogue>/<code>/<key>`, as records are named in every answer. Refuses id_wrong. */
export const recordIdSchema = z
  .string()
  .transform((text, context): RecordId => {
    const id = parseRecordId(text);
    if (id !== undefined) return id;
    context.addIssue(
      refused({ code: 'id_wrong', expected: '<catalogue>/<code>/<key>', actual: clip(text) }),
    );
    return z.NEVER;
  })
  .meta({ description: '<catalogue>/<code>/<key>, as in the records of a firm.' });

/** 统一社会信用代码. Refuses exactly as `parseUnifiedCode`: code_wrong_length, … */
export const codeSchema = z
  .string()
  .transform((text, context): UnifiedCode => {
    const parsed = parseUnifiedCode(text);
    if (parsed.ok) return parsed.value;
    context.addIssue(refused(parsed.refusal));
    return z.NEVER;
  })
  .meta({
    description: '统一社会信用代码 (GB 32100-2015), 18 characters: 91320594724404238R.',
  });

/** A day that exists, 1900 to 2100. Refuses date_wrong. */
export const daySchema = z
  .string()
  .transform((text, context): BusinessDate => {
    const day = parseDate(text);
    if (day !== undefined) return day;
    context.addIssue(refused({ code: 'date_wrong', expected: 'YYYY-MM-DD', actual: text }));
    return z.NEVER;
  })
  .meta({ format: 'date', description: 'A day in Asia/Shanghai.' });

/** An instant of UTC with milliseconds. Refuses date_wrong. */
export const instantSchema = z
  .string()
  .transform((text, context): Instant => {
    const instant = parseInstant(text);
    if (instant !== undefined) return instant;
    const expected = '2026-03-01T08:00:00.000Z';
    context.addIssue(refused({ code: 'date_wrong', expected, actual: clip(text) }));
    return z.NEVER;
  })
  .meta({ format: 'date-time', description: 'UTC with milliseconds.' });

const CONTROL_CHARACTER = /\p{Cc}/u;
/** Headers and cells of real files hold line breaks and tabs. */
const DAMAGE = /[^\P{Cc}\t\n\r]/u;

/** As the domain says it of a file's cells. */
const uncontrolled = {
  code: 'wrong_type',
  expected: 'text without control characters',
} satisfies Refusal;

const undamaged = [
  (text: string) => !DAMAGE.test(text),
  { params: { refusal: uncontrolled } },
] as const;

const filledSchema = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .refine((text) => text === '' || text.trim() !== '', {
      params: { refusal: { code: 'required', expected: 'not blank' } satisfies Refusal },
    });

/** A name: one line. Refuses required (empty or blank), too_long, wrong_type (control characters). */
export const textSchema = (maxLength: number) =>
  filledSchema(maxLength).refine((text) => !CONTROL_CHARACTER.test(text), {
    params: { refusal: uncontrolled },
  });

/** The header of a column. Refuses as a name does, but takes line breaks and tabs. */
export const headerSchema = (maxLength: number) => filledSchema(maxLength).refine(...undamaged);

/** What somebody writes: several lines. Refuses as a name does, but takes line breaks and tabs. */
export const proseSchema = headerSchema;

/** What a cell may hold, nothing too. Refuses too_long, wrong_type (control characters). */
export const cellSchema = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine(...undamaged);

/** Refuses number_wrong (no whole number), out_of_range. */
export const wholeSchema = ({ min, max }: Limits, description: string) =>
  z.int().min(min).max(max).meta({ description });

/** Renminbi in fen. Refuses money_negative, number_wrong, out_of_range. */
export const fenSchema = ({ min, max }: Limits) =>
  z
    .int()
    .min(0, { error: 'money_negative', abort: true })
    .min(min)
    .max(max)
    .transform(fen)
    .meta({ description: 'Renminbi in fen (1 yuan = 100 fen), a whole number.' });

export const basisPointsSchema = ({ min, max }: Limits) =>
  z
    .int()
    .min(min)
    .max(max)
    .transform(basisPoints)
    .meta({ description: 'Basis points, a whole number: 385 is 3.85 %.' });

export const monthsSchema = ({ min, max }: Limits) =>
  z.int().min(min).max(max).transform(months).meta({ description: 'Months.' });

export const sizeSchema = z.enum(['large', 'medium', 'small', 'micro']);

/** Refuses not_in_list. */
export const districtSchema = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'Division code (GB/T 2260), six digits.' });

/** Refuses not_in_list. */
export const divisionSchema = z
  .string()
  .regex(/^[1-8]\d(?:\d\d){0,2}$/)
  .meta({ description: 'Prefix of a division code (GB/T 2260): 32, 3205, 320508.' });

/** Refuses not_in_list. */
export const industrySchema = z
  .string()
  .regex(INDUSTRY_PREFIX)
  .meta({ description: 'Prefix of GB/T 4754-2017: C, C39, 3921.' });

/** One or more, each of which counts once. Refuses required (empty), too_long. */
export const listSchema = <Item extends z.ZodType>(item: Item, max: number) =>
  z.array(item).min(1).max(max);
