import * as z from 'zod';
import { MAX_TEXT } from '#domain/credit/catalogue';
import { MAX_MAPPING_ENTRIES } from '#domain/credit/check-mapping';
import { MAX_PRODUCT_VERSIONS } from '#domain/product/limits';
import { type Product, productStatuses } from '#domain/product/product';
import type { ProductMapping } from '#domain/product-file/product-mapping';
import { mappingSchema } from './batch.ts';
import { productTermsSchema } from './product.ts';
import { cellSchema, textSchema, wholeSchema } from './values.ts';

/** A product in a JSON file; one that tells no version is a first one, and listed. */
export const productItemSchema = productTermsSchema
  .extend({
    version: wholeSchema({ min: 1, max: MAX_PRODUCT_VERSIONS }, 'Version.').exactOptional(),
    status: z.enum(productStatuses).exactOptional(),
  })
  .transform(
    ({ version = 1, status = 'listed', ...terms }): Product => ({ ...terms, version, status }),
  );

const { columns, constants, moneyUnit, values, ignore } = mappingSchema.shape;

/** How another system's file of products is read; whether it suits our columns, `prepareProductReader` says. */
export const productMappingSchema = z.strictObject({
  columns,
  constants,
  moneyUnit,
  values,
  ignore,
  defaults: z
    .record(textSchema(MAX_TEXT), cellSchema(MAX_TEXT))
    .refine((entries) => Object.keys(entries).length <= MAX_MAPPING_ENTRIES, {
      params: {
        refusal: { code: 'too_long', expected: `at most ${MAX_MAPPING_ENTRIES} entries` },
      },
    })
    .exactOptional(),
  rateUnit: z.enum(['percent', 'share', 'bp']).exactOptional(),
  foreignIds: z.boolean().exactOptional(),
}) satisfies z.ZodType<ProductMapping>;
