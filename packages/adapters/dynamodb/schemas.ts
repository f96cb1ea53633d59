import * as z from 'zod';
import { catalogueIds } from '#domain/credit/catalogue';
import type {
  BankId,
  BatchId,
  EventId,
  NeedId,
  ProductId,
  RecordId,
  SupplierId,
  UnifiedCode,
  WhitelistId,
} from '#domain/ids';
import { criterionCodes } from '#domain/matching/matching';
import type { Fen } from '#domain/money';
import { guarantees, purposes, repayments } from '#domain/product/product';
import type { BasisPoints } from '#domain/rate';
import type { RefusalCode } from '#domain/refusal';
import { factNames } from '#domain/scoring/facts';
import {
  type BusinessDate,
  type Instant,
  type Months,
  parseDate,
  parseInstant,
} from '#domain/time';
import type { WhyOutCode } from '#domain/whitelist/whitelist';
import type { Kept, Kind } from '#usecases/ports';

/*
 * What lies in the table is parsed on every read: an item that another version wrote, or a hand in the
 * console, is found here and nowhere deeper.
 */

const text = <T extends string>(pattern: RegExp) =>
  z.custom<T>((value) => typeof value === 'string' && pattern.test(value), {
    message: `a text like ${pattern}`,
  });
const whole = <T extends number>() =>
  z.custom<T>((value) => Number.isSafeInteger(value), 'a whole number');

const code = text<UnifiedCode>(/^[0-9A-Z]{18}$/);
const batchId = text<BatchId>(/^batch_/);
const productId = text<ProductId>(/^product_/);
const needId = text<NeedId>(/^need_/);
const whitelistId = text<WhitelistId>(/^whitelist_/);
const bankId = text<BankId>(/^bank_/);
const supplierId = text<SupplierId>(/^supplier_/);
const recordId = text<RecordId>(/^[a-z-]+\/[0-9A-Z]{18}\//);
const day = z.custom<BusinessDate>(
  (value) => typeof value === 'string' && parseDate(value) !== undefined,
);
const instant = z.custom<Instant>(
  (value) => typeof value === 'string' && parseInstant(value) !== undefined,
);
const money = whole<Fen>();
const rate = whole<BasisPoints>();
const months = whole<Months>();
const count = z.int().min(0);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const size = z.enum(['large', 'medium', 'small', 'micro']);
const requirement = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);

const refusal = z.object({
  code: text<RefusalCode>(/^[a-z_]+$/),
  field: z.string().exactOptional(),
  expected: z.string().exactOptional(),
  actual: z.string().exactOptional(),
});
const catalogueId = z.enum(catalogueIds);
const content = z.record(z.string(), scalar);
const provenance = z.array(
  z.object({
    batch: batchId,
    row: count,
    verdict: z.enum(['accepted', 'warned', 'corrected', 'unlinked']),
  }),
);
const counts = z.object({
  delivered: count,
  accepted: count,
  warned: count,
  corrected: count,
  duplicate: count,
  unlinked: count,
  refused: count,
});
const points = z.object({
  id: z.string(),
  points: z.int(),
  max: z.int(),
});
const rule = z.object({
  minPoints: z.int(),
  minCoverage: rate.exactOptional(),
  minAgeMonths: z.int().exactOptional(),
  districts: z.array(z.string()).exactOptional(),
  excludedIndustries: z.array(z.string()).exactOptional(),
  sizes: z.array(size).exactOptional(),
});
const range = <T extends z.ZodType>(of: T) => z.object({ min: of, max: of });
const productMatch = {
  product: productId,
  productName: z.string(),
  bank: bankId,
  bankName: z.string(),
  expectedRate: rate,
};
const needTerms = {
  id: needId,
  code,
  principal: money,
  term: months,
  purpose: z.enum(purposes),
  guarantees: z.array(z.enum(guarantees)),
  repayment: z.enum(repayments).exactOptional(),
  rateCeiling: rate.exactOptional(),
  validTo: day,
};

export const schemas: { readonly [K in Kind]: z.ZodType<Kept[K]> } = {
  enterprise: z.object({
    code,
    name: z.string(),
    status: z.enum(['operating', 'cancelled', 'revoked', 'moved_out']),
    establishedOn: day.exactOptional(),
    industry: z.string().exactOptional(),
    district: z.string().exactOptional(),
    registeredCapital: money.exactOptional(),
  }),
  record: z.object({
    id: recordId,
    catalogue: catalogueId,
    catalogueVersion: count,
    subject: code,
    supplier: supplierId,
    occurredOn: day,
    receivedAt: instant,
    severity: z.enum(['none', 'minor', 'general', 'serious']),
    validity: z.object({ from: day, to: day.exactOptional() }),
    content,
    lines: z.array(z.object({ key: z.string(), content, provenance })).exactOptional(),
    provenance,
  }),
  score: z.object({
    code,
    asOf: day,
    card: z.object({ id: z.string(), version: count }),
    points: z.int(),
    grade: z.string(),
    coverage: rate,
    dimensions: z.array(
      points.extend({ indicators: z.array(points.extend({ value: scalar.exactOptional() })) }),
    ),
    vetoes: z.array(z.string()),
    reasons: z.array(z.object({ code: z.string(), points: z.int(), records: z.array(recordId) })),
    facts: z.partialRecord(z.enum(factNames), scalar),
    size: size.exactOptional(),
    revision: count,
    holdings: count,
    scoredAt: instant,
  }),
  whitelist: z.object({
    id: whitelistId,
    name: z.string(),
    rule,
    ruleVersion: count,
    asOf: day,
    status: z.enum(['drafting', 'draft', 'published']),
    requestedAt: instant,
    after: z.string().exactOptional(),
    considered: count,
    listed: count,
    publishedAt: instant.exactOptional(),
  }),
  currentWhitelist: z.object({ whitelist: whitelistId }),
  listing: z.object({
    whitelist: whitelistId,
    code,
    name: z.string(),
    listed: z.boolean(),
    grounds: z.array(
      z.object({
        code: text<WhyOutCode | `${string}_met`>(/^[a-z_]+$/),
        required: z.union([z.string(), z.number()]),
        actual: z.union([z.string(), z.number()]),
      }),
    ),
    points: z.int().exactOptional(),
    grade: z.string().exactOptional(),
  }),
  product: z.object({
    id: productId,
    bank: z.object({ id: bankId, name: z.string() }),
    name: z.string(),
    status: z.enum(['listed', 'delisted']),
    principal: range(money),
    term: range(months),
    pricing: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fixed'), min: rate, max: rate }),
      z.object({ kind: z.literal('lpr'), tenor: z.enum(['1Y', '5Y']), min: rate, max: rate }),
    ]),
    guarantees: z.array(z.enum(guarantees)),
    purposes: z.array(z.enum(purposes)),
    repayments: z.array(z.enum(repayments)),
    criteria: z.object({
      minPoints: z.int().exactOptional(),
      minAgeMonths: z.int().exactOptional(),
      minAnnualSales: money.exactOptional(),
      minInsuredHeadcount: z.int().exactOptional(),
      maxSeriousPenalties: z.int().exactOptional(),
      taxGrades: z.array(z.string()).exactOptional(),
      sizes: z.array(size).exactOptional(),
      districts: z.array(z.string()).exactOptional(),
      industries: z.array(z.string()).exactOptional(),
      excludedIndustries: z.array(z.string()).exactOptional(),
      recommendedOnly: z.boolean().exactOptional(),
    }),
    decisionDays: z.int(),
    validFrom: day,
    validTo: day.exactOptional(),
  }),
  need: z.object({ ...needTerms, status: z.enum(['open', 'withdrawn']), submittedAt: instant }),
  matching: z.object({
    need: needId,
    code,
    asOf: day,
    ruleVersion: count,
    points: z.int().exactOptional(),
    eligible: count,
    products: z.array(
      z.discriminatedUnion('eligible', [
        z.object({
          ...productMatch,
          eligible: z.literal(true),
          rank: z.int(),
          points: z.int(),
          why: z.array(
            z.object({
              factor: z.enum(['price', 'speed', 'collateral', 'headroom']),
              points: z.int(),
              max: z.int(),
              value: z.union([z.number(), z.string()]),
            }),
          ),
        }),
        z.object({
          ...productMatch,
          expectedRate: rate.exactOptional(),
          eligible: z.literal(false),
          failed: z.array(
            z.object({
              criterion: z.enum(criterionCodes),
              required: requirement,
              actual: requirement,
            }),
          ),
        }),
      ]),
    ),
    revision: count,
    recommended: z.boolean(),
    matchedAt: instant,
  }),
  batch: z.object({
    id: batchId,
    catalogue: catalogueId,
    supplier: supplierId,
    mapping: z
      .object({
        columns: z.record(z.string(), z.string()).exactOptional(),
        constants: z.record(z.string(), z.string()).exactOptional(),
        moneyUnit: z.enum(['yuan', 'wan_yuan']).exactOptional(),
        values: z.record(z.string(), z.record(z.string(), z.string())).exactOptional(),
        ignore: z.array(z.string()).exactOptional(),
        standInCodes: z.boolean().exactOptional(),
      })
      .exactOptional(),
    openedAt: instant,
    status: z.enum(['awaiting_file', 'ingesting', 'completed', 'refused']),
    contentHash: z.string().exactOptional(),
    rowsDone: count,
    counts,
    completedAt: instant.exactOptional(),
    refusal: refusal.exactOptional(),
  }),
  refusals: z.object({
    batch: batchId,
    afterRow: count,
    rows: z.array(z.object({ line: count, refusals: z.array(refusal) })),
  }),
  holdings: z.object({ catalogues: z.array(catalogueId) }),
};

export const eventId = text<EventId>(/^[0-9A-HJKMNP-TV-Z]{26}$/);
