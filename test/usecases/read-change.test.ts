import { expect, test } from 'vitest';
import type { NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import { join } from '#platform/join';
import { productChangeSchema } from '#platform/schemas/change';
import { aNeed, anEnterprise, aProduct, aScore, CODE } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { aFirm } from '#test/support/principals';
import { FIRM, OFFICE } from '#test/support/slice';

/** A scored firm that asks, and one product. */
async function aMarket({
  need,
  product,
}: {
  readonly need?: Partial<NeedTerms & { readonly status: 'open' | 'withdrawn' }>;
  readonly product?: Partial<Product>;
}) {
  const { ports, store } = memoryPorts();
  await store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      { kind: 'score', value: aScore(), expected: 0 },
      { kind: 'need', value: aNeed(need), expected: 0 },
      { kind: 'product', value: aProduct(product), expected: 0 },
    ],
    events: [],
  });
  return join(ports);
}

const asked = { need: 'need_one', product: 'product_quick' } as const;
const taxed: Partial<Product> = { eligibility: [{ fact: 'tax_grade', in: ['A', 'B'] }] };

test('what a need keeps back is disclosed where that is enough, as its firm and the office are told', async () => {
  const platform = await aMarket({ need: { discloses: ['score'] }, product: taxed });
  for (const asker of [aFirm(CODE), OFFICE]) {
    const answer = await platform.readChange(asker, asked);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        ...asked,
        outcome: 'change',
        effort: 4,
        changes: [{ kind: 'disclose', category: 'tax' }],
      },
    });
    if (answer.ok) expect(productChangeSchema.parse(answer.value)).toEqual(answer.value);
  }
});

test('a product that fits needs no change, and one that cannot fit tells what stands in the way', async () => {
  const fits = await aMarket({ product: taxed });
  expect(await fits.readChange(OFFICE, asked)).toMatchObject({ value: { outcome: 'fits' } });
  const never = await aMarket({ product: { eligibility: [{ fact: 'points', atLeast: 800 }] } });
  const answer = await never.readChange(OFFICE, asked);
  expect(answer).toMatchObject({
    value: {
      outcome: 'none',
      inTheWay: [{ code: 'points', actual: 720 }],
      hints: [{ code: 'raise_points', missing: 80 }],
    },
  });
  if (answer.ok) expect(productChangeSchema.parse(answer.value)).toEqual(answer.value);
});

test('refusals in order: the need, whether it is open, the product', async () => {
  const platform = await aMarket({});
  const codeOf = async (
    need: 'need_one' | 'need_none',
    product: 'product_quick' | 'product_none',
  ) => {
    const answer = await platform.readChange(OFFICE, { need, product });
    return answer.ok ? 'told' : `${answer.refusal.code} ${answer.refusal.field}`;
  };
  expect(await codeOf('need_none', 'product_none')).toBe('not_found need');
  expect(await codeOf('need_one', 'product_none')).toBe('not_found product');
  expect(await codeOf('need_one', 'product_quick')).toBe('told');
  const withdrawn = await aMarket({ need: { status: 'withdrawn' } });
  expect(await withdrawn.readChange(OFFICE, asked)).toMatchObject({
    refusal: { code: 'need_not_open' },
  });
});

test("nobody asks for another firm's need", async () => {
  const platform = await aMarket({});
  expect(await platform.readChange(aFirm(FIRM), asked)).toMatchObject({
    refusal: { code: 'not_found', field: 'need' },
  });
});
