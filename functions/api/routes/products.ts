import { type ProductId, productId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { type Outcome, refuse } from '#domain/refusal';
import type { Platform } from '#platform/platform';
import { productSchema } from '#platform/schemas/product';
import { answer, asking, no, type Operation } from '../operation.ts';
import { byId, paged, pageOf, pagingOf } from '../paging.ts';
import { bodyUnder, pathId } from '../parse-asked.ts';

const tag = 'Products';
const path = '/v1/products/{id}';

export const products: readonly Operation[] = [
  asking({
    method: 'GET',
    path: '/v1/products',
    operationId: 'listProducts',
    action: 'listProducts',
    tag,
    summary: 'Credit products by id',
    query: pagingOf(byId('product')),
    answers: { pageOf: 'Product' },
    refuses: [],
    handle: async (platform, { asker, query }) =>
      answer(await platform.listProducts(asker, pageOf(query)), (page) => ({ value: paged(page) })),
  }),
  {
    method: 'GET',
    path,
    operationId: 'readProduct',
    action: 'readProduct',
    tag,
    summary: 'One credit product',
    answers: { one: 'Product' },
    refuses: ['id_wrong', 'not_found'],
    handle: async (platform, { asker, id }) => {
      const product = pathId(productId, id, 'product');
      return product.ok
        ? answer(await platform.readProduct(asker, product.value), (kept) => kept)
        : no(product);
    },
  },
  {
    method: 'PUT',
    path,
    operationId: 'putProduct',
    action: 'putProduct',
    tag,
    summary: 'List a product, change it or delist it',
    description:
      'The same product again changes nothing. With If-Match the change is made only to the version that the client has seen.',
    body: productSchema,
    takesIfMatch: true,
    creates: true,
    answers: { one: 'Product' },
    refuses: ['id_wrong', 'id_differs', 'version_differs'],
    handle: async (platform, { asker, id, body, ifMatch }) => {
      const product = bodyUnder(pathId(productId, id, 'product'), productSchema, body);
      if (!product.ok) return product;
      const expected =
        ifMatch?.trim() === '*'
          ? await versionKept(platform, asker, product.value.id)
          : expectedVersion(ifMatch);
      if (!expected.ok) return no(expected);
      const written = await platform.putProduct(asker, {
        product: product.value,
        ...(expected.value !== undefined && { expected: expected.value }),
      });
      return answer(written, ({ value, version, created }) => ({
        value,
        version,
        ...(created && { createdAt: `/v1/products/${value.id}` }),
      }));
    },
  },
];

/** `*` asks that there be one, whatever its version. Refuses: version_differs. */
async function versionKept(
  platform: Platform,
  asker: Principal,
  id: ProductId,
): Promise<Outcome<number>> {
  const kept = await platform.readProduct(asker, id);
  return kept.ok
    ? { ok: true, value: kept.value.version }
    : refuse('version_differs', { field: 'If-Match', expected: 'v0', actual: '*' });
}

/** `"v3"` as our ETags are; whatever else is asked for is not what is kept. Refuses: version_differs. */
function expectedVersion(ifMatch: string | undefined): Outcome<number | undefined> {
  if (ifMatch === undefined) return { ok: true, value: undefined };
  const [, version] = /^"v(\d{1,9})"$/.exec(ifMatch.trim()) ?? [];
  return version === undefined
    ? refuse('version_differs', {
        field: 'If-Match',
        expected: '"v<version>"',
        actual: ifMatch,
      })
    : { ok: true, value: Number(version) };
}
