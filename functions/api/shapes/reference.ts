import * as z from 'zod';
import {
  catalogueCategories,
  catalogueIds,
  cycles,
  sharingClasses,
  supplierKinds,
} from '#domain/credit/catalogue';
import { listTypes } from '#domain/credit/lists/list-type';
import { count, day, points } from './values.ts';

export const catalogue = z.object({
  id: z.enum(catalogueIds),
  version: count,
  zh: z.string(),
  about: z.string(),
  category: z.enum(catalogueCategories),
  supplierKind: z.enum(supplierKinds),
  cycle: z.enum(cycles),
  sharing: z.enum(sharingClasses),
  retentionYears: count.meta({ description: 'Years for which a record is kept after its end.' }),
  effective: z.object({ from: day, to: day.exactOptional() }),
  subject: z.string().meta({ description: "The field of the subject's code." }),
  occurredOn: z.string().meta({ description: 'The field of the day from which a record counts.' }),
  updateKey: z
    .array(z.string())
    .meta({ description: 'The fields by which a row is known again; none: one record per firm.' }),
  dedupKey: z
    .array(z.string())
    .meta({ description: 'The fields that make a row a duplicate or a correction; absent: all.' })
    .exactOptional(),
  packedBy: z.enum(['quarter', 'year']).exactOptional(),
  list: z
    .union([
      z.object({ type: z.enum(listTypes.map(({ id }) => id)) }),
      z.object({ field: z.string() }),
    ])
    .meta({ description: 'The list on which a record in force puts the firm.' })
    .exactOptional(),
  reminder: z
    .boolean()
    .meta({ description: 'A record reminds its firm how it may be repaired.' })
    .exactOptional(),
  verified: z
    .boolean()
    .meta({ description: 'Records count only once somebody has verified them.' })
    .exactOptional(),
  fields: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['code', 'date', 'month', 'money', 'integer', 'text', 'choice']),
      zh: z.string(),
      required: z.boolean().exactOptional(),
      aliases: z.array(z.string()).exactOptional(),
      choices: z.record(z.string(), z.array(z.string())).exactOptional(),
      unit: z.enum(['yuan', 'wan_yuan']).exactOptional(),
    }),
  ),
});

const named = { zh: z.string(), en: z.string() };

const limit = z.strictObject({ kind: z.enum(['cap', 'bonus']), points });

const indicator = z.object({
  id: z.string(),
  ...named,
  fact: z.string(),
  bins: z.array(z.looseObject({ points })),
  missing: points.meta({ description: 'Points where the fact is not known.' }),
  reason: z.string(),
  reasonZh: z.string(),
  reasonEn: z.string(),
  source: z.string().exactOptional().meta({ description: 'Where the weight comes from.' }),
});

export const scorecard = z.object({
  id: z.string(),
  version: count,
  ...named,
  dimensions: z.array(
    z.object({
      id: z.string(),
      ...named,
      limit: limit
        .exactOptional()
        .meta({ description: 'The most that the dimension gives; a bonus is never lacked.' }),
      indicators: z.array(indicator),
    }),
  ),
  vetoes: z.array(
    z.object({
      code: z.string(),
      ...named,
      fact: z.string(),
      is: z.union([z.boolean(), z.string()]),
      cap: points,
    }),
  ),
  bands: z.array(z.object({ grade: z.string(), from: points })),
});

export const deliveryLimit = z.strictObject({
  id: z.string(),
  most: count,
  zh: z.string(),
  en: z.string(),
});
