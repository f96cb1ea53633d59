import * as z from 'zod';
import { catalogueIds } from '#domain/credit/catalogue';
import type {
  AccessId,
  BankId,
  BatchId,
  CaseId,
  ConsentId,
  NeedId,
  NoticeId,
  ProductId,
  RecordId,
  SupplierId,
  UnifiedCode,
  VerificationId,
  WhitelistId,
} from '#domain/ids';
import type { Fen } from '#domain/money';
import { allRoles, organisationKinds } from '#domain/principal';
import type { BasisPoints } from '#domain/rate';
import type { RefusalCode } from '#domain/refusal';
import {
  type BusinessDate,
  type Instant,
  type Months,
  parseDate,
  parseInstant,
} from '#domain/time';

export const text = <T extends string>(pattern: RegExp) =>
  z.custom<T>((value) => typeof value === 'string' && pattern.test(value), {
    message: `a text like ${pattern}`,
  });
export const parsed = <Value>(parse: (text: string) => Value | undefined, what: string) =>
  z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue(`no ${what}`);
    return z.NEVER;
  });

const whole = <T extends number>() =>
  z.custom<T>((value) => Number.isSafeInteger(value), 'a whole number');

export const code = text<UnifiedCode>(/^[0-9A-Z]{18}$/);
export const batchId = text<BatchId>(/^batch_/);
export const productId = text<ProductId>(/^product_/);
export const needId = text<NeedId>(/^need_/);
export const whitelistId = text<WhitelistId>(/^whitelist_/);
export const bankId = text<BankId>(/^bank_/);
export const supplierId = text<SupplierId>(/^supplier_/);
export const caseId = text<CaseId>(/^case_/);
export const noticeId = text<NoticeId>(/^notice_/);
export const consentId = text<ConsentId>(/^consent_/);
export const accessId = text<AccessId>(/^access_/);
export const verificationId = text<VerificationId>(/^verification_/);
export const recordId = text<RecordId>(/^[a-z-]+\/[0-9A-Z]{18}\//);
export const day = z.custom<BusinessDate>(
  (value) => typeof value === 'string' && parseDate(value) !== undefined,
);
export const instant = z.custom<Instant>(
  (value) => typeof value === 'string' && parseInstant(value) !== undefined,
);
export const money = whole<Fen>();
export const rate = whole<BasisPoints>();
export const months = whole<Months>();
export const count = z.int().min(0);
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const size = z.enum(['large', 'medium', 'small', 'micro']);
/** Which rule of which scheme chose a card. */
export const segment = z.object({ scheme: z.string(), version: count, id: z.string() });
export const catalogueId = z.enum(catalogueIds);

export const refusalCode = text<RefusalCode>(/^[a-z_]+$/);
export const refusal = z.object({
  code: refusalCode,
  field: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  actual: z.string().exactOptional(),
});

/** An organisation that reads or is told. */
export const party = z.object({ kind: z.enum(organisationKinds), organisation: z.string() });
/** Who did something. */
export const principal = party.extend({
  roles: z.array(z.enum(allRoles)),
  id: z.string(),
});
