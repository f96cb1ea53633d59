import { expect, test } from 'vitest';
import { yuan } from '#domain/money';
import type { Product } from '#domain/product/product';
import { productDiffers } from '#domain/product/product-differs';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { aProduct } from '../../support/builders.ts';

const changes = {
  bank: { id: 'bank_gusu', name: '另一家银行' },
  name: '换名',
  status: 'delisted',
  principal: { min: yuan(1), max: yuan(2) },
  term: { min: months(1), max: months(2) },
  pricing: { kind: 'lpr', tenor: '5Y', min: basisPoints(350), max: basisPoints(550) },
  guarantees: ['unsecured'],
  purposes: ['orders', 'working_capital', 'wages'],
  repayments: ['bullet'],
  criteria: { minPoints: 1 },
  decisionDays: 1,
  validFrom: date('2025-01-02'),
  validTo: date('2026-12-31'),
} as const satisfies Omit<Required<Product>, 'id'>;

test.each(Object.entries(changes))('%s tells two products apart', (field, value) => {
  expect(productDiffers(aProduct(), { ...aProduct(), [field]: value })).toBe(field);
});

test('the first field is named when several differ', () => {
  expect(productDiffers(aProduct(), { ...aProduct(), ...changes })).toBe('bank');
});

test('content is one in whatever order its keys stand', () => {
  const product = aProduct({ criteria: { minPoints: 600, sizes: ['small', 'micro'] } });
  const restored = Object.fromEntries(Object.entries(product).reverse());
  const criteria = { sizes: ['small', 'micro'], minPoints: 600 } as const;
  expect(productDiffers(product, { ...product, ...restored, criteria })).toBeUndefined();
});

test('a condition taken away is a difference', () => {
  expect(productDiffers(aProduct({ criteria: { minPoints: 0 } }), aProduct())).toBe('criteria');
});
