import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert } from '#domain/assert';
import type { Product } from '#domain/product/product';
import { productCsv, productXlsx } from '#platform/write-product-file';
import { anyProducts } from '#test/support/any-product';
import { aProduct } from '#test/support/builders';
import { readAgain, utf8 } from './product-rows.ts';

async function bookOf(products: readonly Product[]): Promise<Uint8Array> {
  const book = await productXlsx(products);
  assert(book.ok, 'no cell is too long');
  return book.value;
}

/** Products with all that a text may hold that means something to a sheet or to the grammar of fees. */
const anyText = fc.constantFrom(
  '姑苏银行',
  '=1+1',
  "'=1+1",
  "''-x+y",
  '@SUM(A1)',
  '+86 512-1234',
  '-5',
  '="007"',
  'a"b,c;d',
  '甲|乙；丙\\丁',
  '"quoted"',
  '＝1',
  'null',
  '长期',
);
const anyTold = anyProducts.chain((products) =>
  fc.array(fc.tuple(anyText, anyText, anyText), { minLength: 30, maxLength: 30 }).map((texts) =>
    products.map((product, place): Product => {
      const [bank = '', name = '', payee = ''] = texts[place] ?? [];
      return {
        ...product,
        bank: { ...product.bank, name: bank, branch: name },
        name,
        contact: payee,
        fees: product.fees.map((fee) => ({ ...fee, payee })),
      };
    }),
  ),
);

const unique = (product: Product) => new Set(product.fees.map((fee) => JSON.stringify(fee)));

test.each([
  ['CSV', (products: readonly Product[]) => Promise.resolve(utf8(productCsv(products)))],
  ['a workbook', bookOf],
] as const)('what is written as %s reads again as the same products', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(anyTold, async (told) => {
      const products = told.filter((product) => unique(product).size === product.fees.length);
      fc.pre(products.length > 0);
      const { taken, refused } = await readAgain(await write(products));
      expect(refused).toEqual([]);
      expect(taken.map(({ product }) => product)).toEqual(products);
    }),
    { numRuns: 60 },
  );
});

test('a product that no sheet holds is refused as a workbook, not as CSV', async () => {
  const codes = Array.from(
    { length: 200 },
    (_, place) => `C39${String(place % 100).padStart(2, '0')}`,
  );
  const eligibility = Array.from({ length: 30 }, (_, place) => ({
    any: [
      { fact: 'industry' as const, in: codes },
      { fact: 'points' as const, atLeast: place },
    ],
  }));
  const product = aProduct({ eligibility });
  expect(await productXlsx([product])).toMatchObject({
    ok: false,
    refusal: { code: 'too_long', field: product.id },
  });
  expect(productCsv([product])).toContain('C3999');
});
