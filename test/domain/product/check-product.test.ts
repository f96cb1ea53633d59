import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, yuan } from '#domain/money';
import { checkProduct } from '#domain/product/check-product';
import { MAX_FEES, MAX_TIERS } from '#domain/product/limits';
import type { Fee, PriceTier, Pricing, ProductTerms } from '#domain/product/product';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { anyProduct } from '#test/support/any-product';
import { productTerms } from '#test/support/builders';

const firstFault = (told: Partial<ProductTerms>): string | undefined => {
  const [refusal] = checkProduct(productTerms(told));
  return refusal && `${refusal.code} ${refusal.field}`;
};
const ends = (min: number, max: number) => ({ min: basisPoints(min), max: basisPoints(max) });
const fixed = (min: number, max: number): Pricing => ({ kind: 'fixed', ...ends(min, max) });
const lpr = (tenor: '1Y' | '5Y', min = 0, max = 100): Pricing => ({
  kind: 'lpr',
  tenor,
  ...ends(min, max),
});
const term = (min: number, max: number) => ({ min: months(min), max: months(max) });
const amounts = (min: number, max: number) => ({ min: yuan(min), max: yuan(max) });
const fee = (told: Partial<Fee> = {}): Fee => ({
  kind: 'guarantee',
  payer: 'enterprise',
  payee: '融资担保公司',
  cycle: 'upfront',
  method: 'transfer',
  rate: basisPoints(100),
  ...told,
});

/** Each line mends the fault of the line above. */
const mends: readonly (readonly [Partial<ProductTerms>, string])[] = [
  [{ bank: { id: 'bank_gusu', name: ' ' } }, 'required bank.name'],
  [{ bank: { id: 'bank_gusu', name: '姑苏银行', branch: '' } }, 'required bank.branch'],
  [{ bank: { id: 'bank_gusu', name: '姑苏银行' }, name: '贷'.repeat(101) }, 'too_long name'],
  [{ name: '信用快贷', contact: '' }, 'required contact'],
  [
    { contact: '0512-12345', principal: amounts(5_000_000, 3_000_000) },
    'out_of_range principal.max',
  ],
  [{ principal: amounts(3_000_000, 5_000_000), term: term(0, 361) }, 'out_of_range term.min'],
  [{ term: term(6, 61) }, 'out_of_range term.max'],
  [{ term: term(6, 12), pricing: fixed(-1, 500) }, 'out_of_range pricing.min'],
  [{ pricing: lpr('5Y') }, 'contradiction pricing.tenor'],
  [{ pricing: lpr('1Y'), tiers: [ends(50, 10)] }, 'out_of_range tiers[0].max'],
  [{ tiers: [ends(10, 50)], fees: [fee({ payee: '' })] }, 'required fees[0].payee'],
  [{ fees: [], guarantees: [] }, 'required guarantees'],
  [{ guarantees: ['mortgage', 'mortgage'] }, 'repeated guarantees[1]'],
  [{ guarantees: ['mortgage'], purposes: [] }, 'required purposes'],
  [{ purposes: ['orders'], repayments: [] }, 'required repayments'],
  [{ repayments: ['bullet'], documents: ['other', 'other'] }, 'repeated documents[1]'],
  [{ documents: [], features: ['online', 'online'] }, 'repeated features[1]'],
  [{ features: ['online', 'unsecured'] }, 'contradiction features[1]'],
  [{ features: ['renewal_without_repayment'] }, 'contradiction features[0]'],
  [
    { features: [], service: { acceptDays: 1, decisionDays: 61, disburseDays: 1 } },
    'out_of_range service.decisionDays',
  ],
  [
    { service: { acceptDays: 0, decisionDays: 60, disburseDays: 0.5 } },
    'out_of_range service.disburseDays',
  ],
  [
    { service: { acceptDays: 0, decisionDays: 60, disburseDays: 0 }, districts: [] },
    'required districts',
  ],
  [{ districts: ['3205', '3205'] }, 'repeated districts[1]'],
  [{ districts: ['32050'] }, 'not_in_list districts'],
  [
    { districts: ['3205'], validFrom: date('2026-03-02'), validTo: date('2026-03-01') },
    'out_of_range validTo',
  ],
  [{ validTo: date('2026-03-02'), eligibility: [{ any: [] }] }, 'required eligibility[0].any'],
];

test('refusals come in the documented order', () => {
  let told: Partial<ProductTerms> = Object.assign({}, ...mends.map(([fault]) => fault).reverse());
  for (const [mend, expected] of mends) {
    told = { ...told, ...mend };
    expect(firstFault(told)).toBe(expected);
  }
  expect(checkProduct(productTerms({ ...told, eligibility: [] }))).toEqual([]);
});

test('all faults are told at once', () => {
  const codes = checkProduct(
    productTerms({ principal: { min: fen(0), max: yuan(1_000_000_000.01) }, guarantees: [] }),
  ).map(({ field }) => field);
  expect(codes).toEqual(['principal.min', 'principal.max', 'guarantees']);
});

test.each<[string, Partial<ProductTerms>, string | undefined]>([
  ['one fen to a billion yuan', { principal: { min: fen(1), max: yuan(1e9) } }, undefined],
  ['a fixed rate up to 36 %', { pricing: fixed(0, 3600) }, undefined],
  ['a fixed rate beyond', { pricing: fixed(0, 3601) }, 'out_of_range pricing.max'],
  ['a spread below nought', { pricing: lpr('1Y', -500, 3000) }, undefined],
  ['a spread too low', { pricing: lpr('1Y', -501, 0) }, 'out_of_range pricing.min'],
  ['working capital for five years', { term: term(1, 60) }, undefined],
  ['working capital for longer', { term: term(1, 61) }, 'out_of_range term.max'],
  ['a fixed asset loan for thirty', { kind: 'fixed_asset_loan', term: term(1, 360) }, undefined],
  ['one day of validity', { validTo: date('2025-01-01') }, undefined],
  ['a credit loan that is one', { features: ['unsecured'] }, undefined],
])('%s', (_, told, expected) => {
  expect(firstFault(told)).toBe(expected);
});

/** domain.md C11: up to a year 1Y, beyond five years 5Y, between them either. */
test.each<['1Y' | '5Y', number, number, boolean]>([
  ['1Y', 1, 12, true],
  ['5Y', 1, 12, false],
  ['5Y', 12, 60, false],
  ['1Y', 13, 60, true],
  ['5Y', 13, 60, true],
  ['5Y', 61, 120, true],
  ['1Y', 61, 120, false],
  ['1Y', 24, 72, false],
  ['5Y', 24, 72, true],
])('an LPR of %s for %i to %i months is lawful: %s', (tenor, min, max, lawful) => {
  const faults = firstFault({
    kind: 'fixed_asset_loan',
    term: term(min, max),
    pricing: lpr(tenor),
  });
  expect(faults).toBe(lawful ? undefined : 'contradiction pricing.tenor');
});

const tier = (told: Omit<PriceTier, 'min' | 'max'> = {}): PriceTier => ({
  ...ends(0, 10),
  ...told,
});
const [small, large] = [amounts(100_000, 1_000_000), amounts(1_000_000.01, 3_000_000)];

test.each<[string, readonly PriceTier[], string | undefined]>([
  ['grades apart', [tier({ grades: ['A'] }), tier({ grades: ['B', 'C'] })], undefined],
  ['amounts apart', [tier({ principal: small }), tier({ principal: large })], undefined],
  ['a last one for all others', [tier({ grades: ['A', 'B', 'C', 'D', 'E'] }), tier()], undefined],
  ['one after one for all', [tier(), tier({ grades: ['A'] })], 'contradiction tiers[1]'],
  [
    'a grade that was there',
    [tier({ grades: ['A', 'B'] }), tier({ grades: ['B'] })],
    'contradiction tiers[1]',
  ],
  [
    'an amount that two take between them',
    [tier({ principal: small }), tier({ principal: large }), tier({ grades: ['A'] })],
    'contradiction tiers[2]',
  ],
  [
    'a grade that two take by amount',
    [
      tier({ grades: ['A'], principal: small }),
      tier({ grades: ['A', 'B'], principal: large }),
      tier({ grades: ['A'] }),
    ],
    'contradiction tiers[2]',
  ],
  [
    'another grade that one of them leaves in part',
    [
      tier({ grades: ['A'], principal: small }),
      tier({ grades: ['A', 'B'], principal: large }),
      tier({ grades: ['A', 'B'] }),
    ],
    undefined,
  ],
  ['an amount not lent', [tier({ principal: amounts(1, 2) })], 'contradiction tiers[0].principal'],
  [
    'amounts the wrong way round',
    [tier({ principal: amounts(2, 1) })],
    'out_of_range tiers[0].principal.max',
  ],
  ['no grade', [tier({ grades: [] })], 'required tiers[0].grades'],
  ['an unknown grade', [tier({ grades: ['A', 'AA'] })], 'not_in_list tiers[0].grades[1]'],
  ['a grade twice', [tier({ grades: ['A', 'A'] })], 'repeated tiers[0].grades[1]'],
  ['a rate below nought', [{ ...tier(), ...ends(-1, 3) }], 'out_of_range tiers[0].min'],
  [
    'too many',
    Array.from({ length: MAX_TIERS + 1 }, () => tier({ grades: ['A'] })),
    'too_long tiers',
  ],
])('of price tiers with %s', (_, tiers, expected) => {
  expect(firstFault({ tiers })).toBe(expected);
});

test.each<[readonly Fee[], string | undefined]>([
  [[fee(), fee({ cycle: 'yearly' })], undefined],
  [[fee(), fee()], 'repeated fees[1]'],
  [[fee({ rate: basisPoints(0) })], 'out_of_range fees[0].rate'],
  [[fee({ rate: basisPoints(3601) })], 'out_of_range fees[0].rate'],
  [[{ ...fee(), payee: '公'.repeat(101) }], 'too_long fees[0].payee'],
  [
    Array.from({ length: MAX_FEES + 1 }, (_, place) => fee({ rate: basisPoints(place + 1) })),
    'too_long fees',
  ],
])('of the fees %j: %s', (fees, expected) => {
  expect(firstFault({ fees })).toBe(expected);
});

test('a fee in fen lies within what may be lent at all', () => {
  const { rate: _, ...rest } = { ...fee(), rate: undefined };
  expect(firstFault({ fees: [{ ...rest, amount: fen(0) }] })).toBe('out_of_range fees[0].amount');
  expect(firstFault({ fees: [{ ...rest, amount: fen(1) }] })).toBeUndefined();
});

test('a product made lawful is never refused', () => {
  fc.assert(
    fc.property(anyProduct, (product) => {
      expect(checkProduct(product)).toEqual([]);
    }),
  );
});
