import { productId } from '#domain/ids';
import { versionIdOf } from '#domain/product/product-version';
import { productTermsSchema } from '#platform/schemas/product';
import { readIfMatch } from '../if-match.ts';
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
    summary: 'Credit products in the market, listed and suspended, by id',
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
    summary: 'One credit product as it is in the market, or was last',
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
    summary: 'Draft the next version of a product',
    description:
      'The same as the latest version changes nothing. With If-Match the draft is made only where the latest version, by its number, is the one that the client has seen; so a delisted product comes back as it was.',
    body: productTermsSchema,
    takesIfMatch: true,
    creates: true,
    answers: { one: 'ProductVersion' },
    refuses: ['id_wrong', 'id_differs', 'version_differs', 'repeated', 'contradiction'],
    handle: async (platform, { asker, id, body, ifMatch }) => {
      const product = bodyUnder(pathId(productId, id, 'product'), productTermsSchema, body);
      if (!product.ok) return product;
      const expected = readIfMatch(ifMatch);
      if (!expected.ok) return no(expected);
      const written = await platform.putProduct(asker, {
        product: product.value,
        ...(expected.value !== undefined && { expected: expected.value }),
      });
      return answer(written, ({ value, version, created }) => ({
        value,
        version,
        ...(created && { createdAt: `/v1/product-versions/${versionIdOf(value)}` }),
      }));
    },
  },
];
