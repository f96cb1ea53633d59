import * as z from 'zod';
import { catalogueIds, supplierKinds } from '#domain/credit/catalogue';
import { MAX_NAME } from '#domain/product/limits';
import type { Supplier } from '#domain/supplier/supplier';
import { districtSchema, supplierIdSchema, textSchema } from './values.ts';

/** 归集单位 and its 归集责任清单, as the credit office registers them. */
export const supplierSchema = z.strictObject({
  id: supplierIdSchema,
  name: textSchema(MAX_NAME),
  kind: z.enum(supplierKinds),
  district: districtSchema.exactOptional(),
  duties: z
    .array(z.enum(catalogueIds))
    .max(catalogueIds.length)
    .meta({ description: 'The catalogues that it has to deliver.' }),
}) satisfies z.ZodType<Supplier>;
