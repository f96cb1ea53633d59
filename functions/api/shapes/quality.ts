import * as z from 'zod';
import { verdicts } from '#domain/credit/batch';
import { catalogueCategories, catalogueIds } from '#domain/credit/catalogue';
import { qualityFigures } from '#domain/quality/definition';
import { groupings } from '#domain/quality/quality-table';
import { lateness } from '#domain/quality/timely';
import { supplierSchema } from '#platform/schemas/supplier';
import { count, counts, day, rate } from './values.ts';

export const supplier = supplierSchema;

const figure = z.enum(qualityFigures);
const gap = { figure, target: rate, actual: rate, gap: rate };
const rates = z
  .strictObject({
    timely: rate.exactOptional(),
    stored: rate.exactOptional(),
    compliant: rate.exactOptional(),
    reported: rate.exactOptional(),
  })
  .meta({ description: '及时率, 入库率, 合规率, 上报率; absent where there is nothing to share.' });

const figures = {
  counts,
  timely: count.exactOptional().meta({ description: 'Rows delivered in time.' }),
  stored: count,
  compliant: count,
  due: count.exactOptional().meta({ description: 'Cycles due; absent where no duty is known.' }),
  met: count.exactOptional(),
  rates,
  missed: z.array(z.strictObject(gap)).meta({ description: 'Targets missed, widest first.' }),
  weakest: z
    .strictObject({
      ...gap,
      supplier: z.string(),
      catalogue: z.enum(catalogueIds),
      why: z.enum([...verdicts, ...lateness, 'missed_cycle']),
      lost: count.meta({ description: 'Rows lost to it, or cycles.' }),
    })
    .exactOptional()
    .meta({ description: 'Where the figure furthest below its target loses most.' }),
};

const row = z.strictObject({
  supplier: z.string().exactOptional(),
  catalogue: z.enum(catalogueIds).exactOptional(),
  district: z.string().exactOptional().meta({
    description: 'Division code; `unknown`; `city` for duties of suppliers of the whole city.',
  }),
  rank: count.exactOptional().meta({ description: '1 is best; equals share a rank.' }),
  ...figures,
});

export const qualityTable = z
  .strictObject({
    definition: z.strictObject({ id: z.string(), version: count }),
    period: z.string(),
    from: day,
    to: day,
    by: z.enum(groupings),
    total: z.strictObject(figures),
    items: z.array(row).meta({ description: 'By rank.' }),
    next: z.string().exactOptional(),
  })
  .meta({ description: 'Quality of what was delivered in a period; rates in basis points.' });

export const qualityDefinition = z
  .strictObject({
    id: z.string(),
    version: count,
    zh: z.string(),
    en: z.string(),
    from: day,
    to: day.exactOptional(),
    district: z.string().exactOptional(),
    scope: z
      .union([
        z.strictObject({ catalogues: z.array(z.enum(catalogueIds)) }),
        z.strictObject({ category: z.enum(catalogueCategories) }),
      ])
      .exactOptional()
      .meta({ description: 'Catalogues of which the text speaks; all where absent.' }),
    timely: z.strictObject({ days: count, kind: z.enum(['working', 'calendar']) }).exactOptional(),
    stored: z.array(z.enum(verdicts)),
    compliant: z.array(z.enum(verdicts)),
    targets: rates,
    source: z.string(),
  })
  .meta({ description: 'How suppliers are graded, as one text has it.' });
