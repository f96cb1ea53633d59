import { expect, test } from 'vitest';
import { policy } from '#domain/access/policy';
import { decideDraft, decideMove } from '#domain/product/decide-product';
import { MAX_MOVE_NOTE, MAX_PRODUCT_STEPS, MAX_PRODUCT_VERSIONS } from '#domain/product/limits';
import { type ProductStatus, type ProductTerms, productStatuses } from '#domain/product/product';
import { type AskedMove, productMoves } from '#domain/product/product-moves';
import type { ProductSide, ProductStep, ProductVersion } from '#domain/product/product-version';
import { addDays } from '#domain/time';
import { aProduct, NOW, productTerms, TODAY } from '#test/support/builders';

const step = (told: Partial<ProductStep> = {}): ProductStep => ({
  move: 'draft',
  side: 'bank',
  by: 'bank/bank_gusu/manager',
  at: NOW,
  ...told,
});
const aVersion = (told: Partial<ProductVersion> = {}): ProductVersion => ({
  ...aProduct({ status: 'draft' }),
  steps: [step()],
  ...told,
});
const done = (side: ProductSide) => ({ by: `${side}/x/y`, side, at: NOW });

const draft = (
  latest: ProductVersion | undefined,
  told: Partial<ProductTerms> = {},
  expected?: number | 'any',
) => decideDraft(latest, { terms: productTerms(told), expected }, done('bank'));

const move = (
  version: ProductVersion,
  asked: { readonly move: AskedMove; readonly note?: string },
  side: ProductSide = 'office',
  inMarket?: ProductVersion,
) => decideMove(version, asked, { ...done(side), today: TODAY, inMarket });

const sides: readonly ProductSide[] = ['bank', 'office'];

test.each(Object.entries(productMoves))(
  '%s is possible from its statuses and from no other',
  (name, { from, to }) => {
    if (name === 'supersede') return;
    for (const status of productStatuses) {
      const outcome = move(aVersion({ status }), { move: name as AskedMove, note: '因故' });
      const isPossible = from.some((state) => state === status);
      expect(outcome).toMatchObject(
        isPossible
          ? { ok: true, value: { version: { status: to } } }
          : { refusal: { code: 'product_status_wrong', actual: status } },
      );
    }
  },
);

test('who may do what, the policy table and the table of moves say alike', () => {
  for (const [name, { by }] of Object.entries(productMoves)) {
    if (name === 'supersede') continue;
    const grants = policy[`${name as AskedMove}Product`].grants.map((grant) => grant.split('.')[0]);
    expect([...new Set(grants)], name).toEqual([...by]);
  }
});

test('whoever drafts is never who checks: no role of a bank checks or publishes', () => {
  expect(policy.putProduct.grants.every((grant) => grant.startsWith('bank.'))).toBe(true);
  for (const action of ['checkProduct', 'publishProduct'] as const)
    expect(policy[action].grants.every((grant) => grant.startsWith('office.'))).toBe(true);
});

/** Each line mends the fault of the line above. */
test.each<
  [string, Partial<ProductVersion>, AskedMove, string | undefined, ProductSide, string | undefined]
>([
  [
    'a long note',
    { status: 'listed' },
    'resume',
    '长'.repeat(MAX_MOVE_NOTE + 1),
    'bank',
    'too_long note',
  ],
  ['a blank note', { status: 'listed' }, 'resume', ' ', 'bank', 'required note'],
  [
    'a listed one',
    { status: 'listed' },
    'resume',
    undefined,
    'bank',
    'product_status_wrong status',
  ],
  [
    'one suspended by the office',
    { status: 'suspended', steps: [step({ move: 'suspend', side: 'office' })] },
    'resume',
    undefined,
    'bank',
    'product_suspended_by_office status',
  ],
  [
    'one that has run out',
    { status: 'suspended', validTo: addDays(TODAY, -1) },
    'resume',
    undefined,
    'bank',
    'valid_to_passed validTo',
  ],
  [
    'one moved too often',
    {
      status: 'suspended',
      validTo: TODAY,
      steps: Array.from({ length: MAX_PRODUCT_STEPS }, () => step({ move: 'suspend' })),
    },
    'resume',
    undefined,
    'bank',
    'out_of_range steps',
  ],
  [
    'one suspended by its bank',
    { status: 'suspended', validTo: TODAY },
    'resume',
    undefined,
    'bank',
    undefined,
  ],
  [
    'one moved too often, delisted',
    {
      status: 'suspended',
      steps: Array.from({ length: MAX_PRODUCT_STEPS }, () => step({ move: 'suspend' })),
    },
    'delist',
    undefined,
    'bank',
    undefined,
  ],
  [
    'one suspended by the office',
    { status: 'suspended', steps: [step({ move: 'suspend', side: 'office' })] },
    'resume',
    undefined,
    'office',
    undefined,
  ],
  [
    'a checked one that has run out',
    { status: 'checked', validTo: addDays(TODAY, -1) },
    'publish',
    undefined,
    'office',
    'valid_to_passed validTo',
  ],
])('of %s', (_, told, name, note, side, expected) => {
  const outcome = move(aVersion(told), { move: name, ...(note !== undefined && { note }) }, side);
  expect(outcome.ok ? undefined : `${outcome.refusal.code} ${outcome.refusal.field}`).toBe(
    expected,
  );
});

test.each<[AskedMove, ProductStatus]>([
  ['return', 'checked'],
  ['suspend', 'listed'],
  ['delist', 'listed'],
])('the office says why where it stands in the way of a bank: %s', (name, status) => {
  const version = aVersion({ status });
  expect(move(version, { move: name })).toMatchObject({
    refusal: { code: 'required', field: 'note' },
  });
  if (name !== 'return') expect(move(version, { move: name }, 'bank').ok).toBe(true);
});

test('the same move again changes nothing; another note, another side is another move', () => {
  const outcome = move(aVersion({ status: 'listed' }), { move: 'suspend', note: '整改' });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { version } = outcome.value;
  expect(move(version, { move: 'suspend', note: '整改' })).toEqual({
    ok: true,
    value: { version },
  });
  for (const side of sides)
    expect(move(version, { move: 'suspend', note: '再整改' }, side).ok).toBe(false);
});

test('what is published takes the place of what is in the market, listed or suspended', () => {
  const next = aVersion({ version: 2, status: 'checked' });
  for (const status of ['listed', 'suspended'] as const)
    expect(move(next, { move: 'publish' }, 'office', aVersion({ status }))).toMatchObject({
      value: {
        version: { version: 2, status: 'listed' },
        superseded: { version: 1, status: 'delisted', steps: [{}, { move: 'supersede' }] },
      },
    });
  const alone = move(next, { move: 'publish' }, 'office', aVersion({ status: 'delisted' }));
  expect(alone).not.toHaveProperty('value.superseded');
});

test('the first draft is version 1, and says who has made it', () => {
  expect(draft(undefined)).toEqual({
    ok: true,
    value: {
      version: {
        ...productTerms(),
        version: 1,
        status: 'draft',
        steps: [{ move: 'draft', ...done('bank') }],
      },
    },
  });
});

test.each<[ProductStatus, boolean]>([
  ['draft', true],
  ['checked', true],
  ['listed', false],
  ['suspended', false],
  ['delisted', false],
])('a draft upon a version that is %s: it takes its place at once %s', (status, superseded) => {
  const outcome = draft(aVersion({ status }), { name: '二号' });
  expect(outcome).toMatchObject({ ok: true, value: { version: { version: 2, status: 'draft' } } });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  expect(outcome.value.superseded !== undefined).toBe(superseded);
});

test.each(productStatuses)('the same as a latest version that is %s changes nothing', (status) => {
  const latest = aVersion({ version: 3, status });
  expect(draft(latest)).toEqual({ ok: true, value: { version: latest } });
  expect(draft(latest, {}, 'any')).toEqual({ ok: true, value: { version: latest } });
});

test('a delisted product comes back as it was where its bank has seen that it is delisted', () => {
  const latest = aVersion({ version: 3, status: 'delisted' });
  expect(draft(latest, {}, 3)).toMatchObject({
    value: { version: { version: 4, status: 'draft' } },
  });
});

/** Each line mends the fault of the line above. */
test.each<
  [
    string,
    number | undefined,
    Partial<ProductTerms>,
    number | 'any' | undefined,
    string | undefined,
  ]
>([
  ['a faulty product', undefined, { guarantees: [] }, 2, 'required guarantees'],
  ['none where one was expected', undefined, {}, 2, 'version_differs If-Match'],
  ['none where any was expected', undefined, {}, 'any', 'version_differs If-Match'],
  ['another than was expected', 3, { name: '二号' }, 2, 'version_differs If-Match'],
  [
    'too many',
    MAX_PRODUCT_VERSIONS,
    { name: '二号' },
    MAX_PRODUCT_VERSIONS,
    'out_of_range version',
  ],
  ['the last one', MAX_PRODUCT_VERSIONS - 1, { name: '二号' }, 'any', undefined],
])('a draft is refused for %s', (_, latest, told, expected, refusal) => {
  const outcome = draft(
    latest === undefined ? undefined : aVersion({ version: latest }),
    told,
    expected,
  );
  expect(outcome.ok ? undefined : `${outcome.refusal.code} ${outcome.refusal.field}`).toBe(refusal);
});
