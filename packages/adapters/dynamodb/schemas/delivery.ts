import * as z from 'zod';
import { catalogueIds, supplierKinds } from '#domain/credit/catalogue';
import type { Kept } from '#usecases/ports';
import {
  batchId,
  catalogueId,
  count,
  day,
  instant,
  refusal,
  refusalCode,
  supplierId,
} from './values.ts';

const counts = z.object({
  delivered: count,
  accepted: count,
  warned: count,
  corrected: count,
  duplicate: count,
  unlinked: count,
  refused: count,
});
const warnings = z.array(
  z.object({
    code: refusalCode,
    field: z.string().exactOptional(),
    rows: count,
    firstLine: count,
  }),
);
const cells = z.array(z.object({ district: z.string(), day: z.string(), counts }));

type Delivery = 'batch' | 'batchPart' | 'refusals' | 'tally' | 'supplier';

export const deliverySchemas: { readonly [K in Delivery]: z.ZodType<Kept[K]> } = {
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
    deliveredOn: day,
    status: z.enum(['awaiting_file', 'ingesting', 'completed', 'refused']),
    contentHash: z.string().exactOptional(),
    parts: count.exactOptional(),
    counts,
    warnings,
    completedAt: instant.exactOptional(),
    refusal: refusal.exactOptional(),
  }),
  batchPart: z.object({
    batch: batchId,
    part: count,
    rowsPassed: count,
    contentHash: z.string(),
    counts,
    warnings,
    cells,
    finished: z.boolean(),
    refusal: refusal.exactOptional(),
  }),
  refusals: z.object({
    batch: batchId,
    part: count,
    fromLine: count,
    rows: z.array(
      z.object({
        line: count,
        refusals: z.array(refusal),
        cells: z.record(z.string(), z.string()),
        raw: z.string().exactOptional(),
        sealed: z.string().exactOptional(),
      }),
    ),
    keptOn: day.exactOptional(),
  }),
  tally: z.object({
    batch: batchId,
    supplier: supplierId,
    catalogue: catalogueId,
    deliveredOn: day,
    cells,
  }),
  supplier: z.object({
    id: supplierId,
    name: z.string(),
    kind: z.enum(supplierKinds),
    district: z.string().exactOptional(),
    duties: z.array(z.enum(catalogueIds)),
  }),
};
