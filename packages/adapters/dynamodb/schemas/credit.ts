import * as z from 'zod';
import { verificationStates } from '#domain/credit/record';
import type { Kept } from '#usecases/ports';
import {
  batchId,
  caseId,
  catalogueId,
  code,
  count,
  day,
  instant,
  money,
  rate,
  recordId,
  scalar,
  segment,
  size,
  supplierId,
} from './values.ts';

const content = z.record(z.string(), scalar);
const provenance = z.array(
  z.object({
    batch: batchId,
    row: count,
    verdict: z.enum(['accepted', 'warned', 'corrected', 'unlinked']),
  }),
);
const points = z.object({
  id: z.string(),
  points: z.int(),
  max: z.int(),
});

/** What became of a record after it was delivered; its profile keeps the same. */
export const standing = {
  disputedBy: caseId.exactOptional(),
  withdrawn: z
    .object({ on: day, by: caseId, why: z.enum(['repaired', 'objection_upheld']) })
    .exactOptional(),
  verification: z.enum(verificationStates).exactOptional(),
  foundFalseOn: day.exactOptional(),
};

export const severity = z.enum(['none', 'minor', 'general', 'serious']);
export const validity = z.object({ from: day, to: day.exactOptional() });

type Credit = 'enterprise' | 'record' | 'score' | 'holdings';

export const creditSchemas: { readonly [K in Credit]: z.ZodType<Kept[K]> } = {
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
    severity,
    validity,
    ...standing,
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
    reasons: z.array(
      z.object({
        code: z.string(),
        points: z.int(),
        records: z.array(recordId),
        disputed: z.array(recordId).exactOptional(),
      }),
    ),
    facts: z.record(z.string(), scalar),
    size: size.exactOptional(),
    segment: segment.exactOptional(),
    cardHash: z.string().exactOptional(),
    schemeHash: z.string().exactOptional(),
    factsHash: z.string().exactOptional(),
    revision: count,
    holdings: count,
    scoredAt: instant,
  }),
  holdings: z.object({ catalogues: z.array(catalogueId) }),
};
