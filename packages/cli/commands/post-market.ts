import type { NeedId } from '#domain/ids';
import type { Product } from '#domain/product/product';
import { alone, enterMarket } from '#platform/enter-market';
import type { Platform } from '#platform/platform';
import { asker } from '../asker.ts';
import { readNeedFiles, readProductFile } from '../market-file.ts';
import { misuseOf } from '../parsed.ts';

/**
 * Lists products in a store of one's own and posts needs, and answers whose they are. All of it comes before the
 * first match, so that a refusal leaves standard output empty.
 */
export async function postMarket(
  platform: Platform,
  { products, needs }: { readonly products: string | undefined; readonly needs: string },
): Promise<readonly NeedId[]> {
  const told = readNeedFiles(needs);
  for (const product of products === undefined ? [] : await readProductFile(products)) {
    const entered = await enterMarket(platform, termsOf(product), alone(asker));
    if (!entered.ok) throw misuseOf(`${products}, ${product.id}`, [entered.refusal]);
  }
  for (const { value, place } of told) {
    const submitted = await platform.submitNeed(asker, value);
    if (!submitted.ok) throw misuseOf(place, [submitted.refusal]);
  }
  return [...new Set(told.map(({ value }) => value.id))];
}

const termsOf = ({ version: _, status: __, ...terms }: Product) => terms;
