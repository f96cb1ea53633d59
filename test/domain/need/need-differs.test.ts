import { expect, test } from 'vitest';
import { fen } from '#domain/money';
import type { NeedTerms } from '#domain/need/need';
import { needDiffers } from '#domain/need/need-differs';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { aNeed, unifiedCode } from '../../support/builders.ts';

const changes = {
  code: unifiedCode('91110000600037341L'),
  principal: fen(1),
  term: months(24),
  purpose: 'orders',
  guarantees: ['unsecured', 'pledge'],
  repayment: 'bullet',
  rateCeiling: basisPoints(500),
  validTo: date('2026-12-30'),
} as const satisfies Omit<Required<NeedTerms>, 'id'>;

test.each(Object.entries(changes))('%s tells two needs apart', (field, value) => {
  expect(needDiffers(aNeed(), { ...aNeed(), [field]: value })).toBe(field);
});

test('the first field is named when several differ', () => {
  expect(needDiffers(aNeed(), { ...aNeed(), ...changes })).toBe('code');
});

test('what became of a need is no difference of its terms', () => {
  expect(needDiffers(aNeed(), aNeed({ status: 'withdrawn' }))).toBeUndefined();
});
