import * as z from 'zod';
import type { Mapping } from '#domain/credit/batch';
import { catalogueIds, MAX_TEXT } from '#domain/credit/catalogue';
import { MAX_MAPPING_ENTRIES } from '#domain/credit/check-mapping';
import type { Refusal } from '#domain/refusal';
import { type InlineRow, MAX_INLINE_ROWS } from '#usecases/deliver-rows';
import type { BatchTerms } from '#usecases/open-batch';
import { batchIdSchema, cellSchema, headerSchema, listSchema, supplierIdSchema } from './values.ts';

/** Characters in the name of a column or a field. */
const MAX_COLUMN = 200;
/** Characters in one cell: the longest text of a catalogue, with room for what is refused by the row. */
const MAX_CELL = 20 * MAX_TEXT;
/** A batch is kept as one item together with its mapping; the table takes 400 KB. */
const MAX_MAPPING_BYTES = 50_000;

const column = headerSchema(MAX_COLUMN);
const spelling = cellSchema(MAX_TEXT);

const tooMany = {
  code: 'too_long',
  expected: `at most ${MAX_MAPPING_ENTRIES} entries`,
} satisfies Refusal;

/** Refuses too_long (entries). */
const few = <Value extends z.ZodType>(key: z.ZodType<string, string>, value: Value) =>
  z.record(key, value).refine((entries) => Object.keys(entries).length <= MAX_MAPPING_ENTRIES, {
    params: { refusal: tooMany },
  });

const tooLarge = {
  code: 'too_long',
  expected: `at most ${MAX_MAPPING_BYTES} bytes of JSON`,
} satisfies Refusal;

/** How a supplier's columns are read; whether it suits the catalogue, `checkMapping` says. */
export const mappingSchema = z
  .strictObject({
    columns: few(column, column).exactOptional(),
    constants: few(column, spelling).exactOptional(),
    moneyUnit: z.enum(['yuan', 'wan_yuan']).exactOptional(),
    values: few(column, few(spelling, spelling)).exactOptional(),
    ignore: z.array(column).max(MAX_MAPPING_ENTRIES).exactOptional(),
    standInCodes: z.boolean().exactOptional(),
  })
  .refine((mapping) => Buffer.byteLength(JSON.stringify(mapping)) <= MAX_MAPPING_BYTES, {
    params: { refusal: tooLarge },
  })
  .meta({
    description: "The supplier's columns → the catalogue's fields, constants, unit of money.",
  }) satisfies z.ZodType<Mapping>;

const isExact = (value: number) => !Number.isInteger(value) || Number.isSafeInteger(value);

/** A whole number too great to be exact would be kept as another one. */
const inexact = { code: 'out_of_range', expected: 'an exact number, or text' } satisfies Refusal;
const number = z.number().refine(isExact, { params: { refusal: inexact } });
const cell = z.union([z.string().max(MAX_CELL), number, z.boolean(), z.null()]);

/** Keys are the supplier's columns; numbers and booleans are read as they would be written in a file. */
const row = z.record(column, cell) satisfies z.ZodType<InlineRow>;

/** A batch with its rows inside, or (without rows) one whose file comes later. */
export const batchSchema = z.strictObject({
  id: batchIdSchema,
  catalogue: z.enum(catalogueIds),
  supplier: supplierIdSchema,
  mapping: mappingSchema.exactOptional(),
  rows: listSchema(row, MAX_INLINE_ROWS).exactOptional(),
}) satisfies z.ZodType<BatchTerms & { readonly rows?: readonly InlineRow[] }>;
