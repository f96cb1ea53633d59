import fc from 'fast-check';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { fen } from '#domain/money';
import { namesIn } from '#domain/names-in';
import type { Audience, Declared, Need, NeedTerms } from '#domain/need/need';
import { guaranteeKinds, purposeKinds, repaymentKinds } from '#domain/product/vocabulary';
import { months } from '#domain/time';
import { day, money, rate, some, told } from './arbitrary-values.ts';
import { aNeed } from './builders.ts';

export const anyAudience: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant({ to: 'all' as const }),
  fc.record({ to: fc.constant('product' as const), product: fc.constant('product_p0' as const) }),
  fc.record({
    to: fc.constant('banks' as const),
    banks: some(['bank_gusu', 'bank_wuzhong', 'bank_other'] as const),
  }),
);

/** A first-time borrower has no loans. */
const anyDeclared: fc.Arbitrary<Declared> = fc.oneof(
  fc.record({ firstTimeBorrower: fc.constant(true), collateralValue: money(1_000_000_000) }),
  told<Required<Declared>>({
    existingLoans: fc.nat({ max: 1_000_000_000 }).map(fen),
    existingLenders: fc.nat({ max: 9 }),
    firstTimeBorrower: fc.constant(false),
    collateralValue: money(1_000_000_000),
  }),
);

/** What `checkNeed` refuses none of on the builders' day. */
export const anyNeed: fc.Arbitrary<Need> = told<
  Required<Omit<NeedTerms, 'id' | 'code' | 'validTo' | 'consents'>>
>(
  {
    principal: money(1_000_000_000),
    term: fc.integer({ min: 1, max: 120 }).map(months),
    purpose: fc.constantFrom(...namesIn(purposeKinds)),
    purposeDetail: fc.constantFrom('采购原材料', '支付货款\n及运费', '某某股份有限公司的订单'),
    guarantees: some(namesIn(guaranteeKinds)),
    repayment: fc.constantFrom(...namesIn(repaymentKinds)),
    rateCeiling: rate(100, 2400),
    expectedOn: day(0, 60),
    district: fc.constantFrom('320505', '320508', '320594'),
    declared: anyDeclared,
    audience: anyAudience,
    visibility: fc.constantFrom('named', 'anonymous'),
    discloses: some(dataCategoryIds),
    attachments: fc.constant([{ kind: 'contracts', name: '合同.pdf', digest: 'ab'.repeat(32) }]),
  },
  8,
).map(aNeed);
