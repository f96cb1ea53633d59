import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '#domain/money';
import type { NeedTerms } from '#domain/need/need';
import { needDiffers } from '#domain/need/need-differs';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { anyNeed } from '../../support/any-need.ts';
import { aNeed, unifiedCode } from '../../support/builders.ts';

const changes = {
  code: unifiedCode('91110000600037341L'),
  principal: fen(1),
  term: months(24),
  purpose: 'orders',
  purposeDetail: '采购',
  guarantees: ['unsecured', 'mortgage'],
  repayment: 'bullet',
  rateCeiling: basisPoints(500),
  expectedOn: date('2026-06-01'),
  district: '320508',
  declared: { existingLenders: 1 },
  audience: { to: 'product', product: 'product_quick' },
  visibility: 'anonymous',
  discloses: ['tax'],
  consents: ['consent_tax'],
  attachments: [{ kind: 'contracts', name: '合同.pdf', digest: 'ab'.repeat(32) }],
  validTo: date('2026-12-30'),
} as const satisfies Omit<Required<NeedTerms>, 'id'>;

test.each(Object.entries(changes))('%s tells two needs apart', (field, value) => {
  expect(needDiffers(aNeed(), { ...aNeed(), [field]: value })).toBe(field);
});

test('the first field is named when several differ', () => {
  expect(needDiffers(aNeed(), { ...aNeed(), ...changes })).toBe('code');
});

test('what became of a need is no difference of its terms', () => {
  expect(needDiffers(aNeed(), aNeed({ status: 'withdrawn', edition: 3 }))).toBeUndefined();
});

test('terms differ from none but others, whichever is held against which', () => {
  fc.assert(
    fc.property(anyNeed, anyNeed, (a, b) => {
      expect(needDiffers(a, structuredClone(a))).toBeUndefined();
      expect(needDiffers(a, b)).toBe(needDiffers(b, a));
    }),
  );
});
