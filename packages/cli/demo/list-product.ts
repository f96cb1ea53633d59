import * as z from 'zod';
import type { ProductTerms } from '#domain/product/product';
import { anyAnswer } from './answers.ts';
import type { Site } from './client.ts';
import { OFFICE, personOf } from './people.ts';

const version = z.object({ version: z.number(), status: z.string() });

/** A product's way into the market: its bank drafts it, the office checks it, another of the office lists it. */
export async function listProduct(site: Site, product: ProductTerms): Promise<void> {
  const seller = site.as(personOf('bank', product.bank.id, 'product_manager'));
  const drafted = await seller.put(`/v1/products/${product.id}`, product, version);
  const path = `/v1/product-versions/${product.id}.${drafted.version}`;
  // A load that was cut off goes on where it stopped.
  if (drafted.status === 'draft')
    await site.as(personOf('office', OFFICE, 'data')).put(`${path}/check`, {}, anyAnswer);
  if (drafted.status === 'draft' || drafted.status === 'checked')
    await site.as(personOf('office', OFFICE, 'approver')).put(`${path}/publication`, {}, anyAnswer);
}
