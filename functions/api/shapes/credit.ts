import * as z from 'zod';
import { catalogueIds } from '#domain/credit/catalogue';
import { mappingSchema } from '#platform/schemas/batch';
import {
  code,
  count,
  counts,
  day,
  instant,
  money,
  points,
  rate,
  refusal,
  scalar,
  size,
} from './values.ts';

export const enterprise = z.strictObject({
  code,
  name: z.string(),
  status: z.enum(['operating', 'cancelled', 'revoked', 'moved_out']),
  establishedOn: day.exactOptional(),
  industry: z.string().exactOptional().meta({ description: 'GB/T 4754-2017.' }),
  district: z.string().exactOptional().meta({ description: 'Division code (GB/T 2260).' }),
  registeredCapital: money.exactOptional(),
});

const indicator = z.strictObject({
  id: z.string(),
  points,
  max: points,
  value: scalar.exactOptional(),
});

export const segment = z
  .strictObject({ scheme: z.string(), version: count, id: z.string() })
  .meta({ description: 'The rule of the segments that chose the card.' });

export const score = z
  .strictObject({
    code,
    asOf: day,
    card: z.strictObject({ id: z.string(), version: count }),
    points: points.meta({ description: 'Of 1000.' }),
    grade: z.string(),
    coverage: rate.meta({
      description: "Share of the card's points whose facts are known, in basis points.",
    }),
    dimensions: z.array(
      z.strictObject({ id: z.string(), points, max: points, indicators: z.array(indicator) }),
    ),
    vetoes: z.array(z.string()),
    reasons: z.array(
      z.strictObject({
        code: z.string(),
        points,
        records: z.array(z.string()),
        disputed: z.array(z.string()).exactOptional().meta({
          description: 'Those of its records against which an objection is open.',
        }),
      }),
    ),
    facts: z.record(z.string(), scalar),
    size: size.exactOptional(),
    segment: segment.exactOptional(),
    cardHash: z.string().exactOptional().meta({ description: 'SHA-256 of the card.' }),
    schemeHash: z.string().exactOptional().meta({ description: 'SHA-256 of the segment rules.' }),
    factsHash: z.string().exactOptional().meta({ description: 'SHA-256 of the facts.' }),
    revision: count,
    holdings: count,
    scoredAt: instant,
  })
  .meta({ description: 'An explained score. Same facts and card, same points for ever.' });

const supposedSide = z.strictObject({
  ...score.pick({
    card: true,
    points: true,
    grade: true,
    coverage: true,
    vetoes: true,
    reasons: true,
  }).shape,
  segment: z.string(),
  products: count.meta({
    description: 'How many products would lend to the firm, whatever it needs.',
  }),
});
export const supposedScore = z.strictObject({
  code,
  asOf: day,
  before: supposedSide,
  after: supposedSide,
});

export const enterpriseProfile = z.strictObject({ enterprise, score: score.exactOptional() });

const provenance = z.strictObject({
  batch: z.string(),
  row: count,
  verdict: z.enum(['accepted', 'warned', 'corrected', 'unlinked']),
});
const content = z
  .record(z.string(), scalar)
  .meta({ description: "The catalogue's fields; money in fen, dates as YYYY-MM-DD." });

export const creditRecord = z.strictObject({
  id: z.string().meta({ description: '<catalogue>/<code>/<key>.' }),
  catalogue: z.enum(catalogueIds),
  catalogueVersion: count,
  subject: code,
  supplier: z.string(),
  occurredOn: day,
  receivedAt: instant,
  severity: z.enum(['none', 'minor', 'general', 'serious']),
  validity: z.strictObject({ from: day, to: day.exactOptional() }),
  content,
  disputedBy: z.string().exactOptional().meta({ description: 'The objection open against it.' }),
  withdrawn: z
    .strictObject({ on: day, by: z.string(), why: z.enum(['repaired', 'objection_upheld']) })
    .exactOptional(),
  verification: z.enum(['unverified', 'verified', 'false']).exactOptional(),
  foundFalseOn: day
    .exactOptional()
    .meta({ description: 'When it, or an earlier wording of it, was found false.' }),
  lineCount: count.exactOptional().meta({
    description:
      'Of a packed catalogue: how many rows the period holds; they would fill megabytes.',
  }),
  provenance: z.array(provenance),
  uses: z
    .strictObject({
      shown: z.boolean(),
      shared: z.boolean(),
      scored: z.boolean(),
      from: day,
      until: day.exactOptional(),
      regime: z.string().exactOptional(),
      why: z.string(),
    })
    .meta({
      description: 'What the record may be used for on the day asked for, and what limits it.',
    }),
});

export const batch = z.strictObject({
  id: z.string(),
  catalogue: z.enum(catalogueIds),
  supplier: z.string(),
  mapping: mappingSchema.exactOptional(),
  openedAt: instant,
  deliveredOn: day.meta({
    description: '提供日: by it dates are judged and timeliness is reckoned.',
  }),
  status: z.enum(['awaiting_file', 'ingesting', 'completed', 'refused']),
  contentHash: z.string().exactOptional().meta({ description: 'SHA-256, of rows in a request.' }),
  parts: count.exactOptional().meta({ description: 'How many ways the rows are dealt out.' }),
  counts,
  warnings: z
    .array(
      z.strictObject({
        code: z.string(),
        field: z.string().exactOptional(),
        rows: count,
        firstLine: count,
      }),
    )
    .meta({ description: 'Why rows were kept with a warning; the most frequent first.' }),
  completedAt: instant.exactOptional(),
  refusal: refusal.exactOptional(),
});

export const refusedRow = z.strictObject({
  line: count.meta({ description: 'Where the row begins; the header of a file is line 1.' }),
  refusals: z.array(refusal),
  cells: z
    .record(z.string(), z.string())
    .meta({ description: "What stood in the row, by the supplier's columns; long cells are cut." }),
  raw: z
    .string()
    .exactOptional()
    .meta({ description: 'Where it could not be divided into cells.' }),
});

export const batchPut = z
  .strictObject({
    batch,
    refused: z.array(refusedRow).exactOptional().meta({ description: 'Where rows were sent.' }),
    upload: z
      .strictObject({ method: z.literal('PUT'), url: z.string(), expiresInSeconds: count })
      .exactOptional()
      .meta({ description: 'Where the file may be put, while the batch is not over.' }),
  })
  .meta({ description: 'The batch, and either its refused rows or the place for its file.' });
