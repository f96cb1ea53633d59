import { expect, test } from 'vitest';
import { yuan } from '#domain/money';
import type { ProductTerms } from '#domain/product/product';
import { productDiffers } from '#domain/product/product-differs';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { aProduct, productTerms } from '#test/support/builders';

const changes = {
  bank: { id: 'bank_gusu', name: '姑苏银行', branch: '平江支行' },
  name: '换名',
  kind: 'tax_loan',
  principal: { min: yuan(1), max: yuan(2) },
  limit: 'revolving',
  term: { min: months(1), max: months(2) },
  pricing: { kind: 'lpr', tenor: '5Y', min: basisPoints(350), max: basisPoints(550) },
  tiers: [{ min: basisPoints(350), max: basisPoints(450), grades: ['A'] }],
  fees: [
    {
      kind: 'notary',
      payer: 'bank',
      payee: '公证处',
      cycle: 'upfront',
      method: 'transfer',
      amount: yuan(200),
    },
  ],
  guarantees: ['unsecured'],
  purposes: ['orders', 'working_capital', 'wages'],
  repayments: ['bullet'],
  documents: ['business_licence', 'invoices'],
  features: ['online'],
  districts: ['3205'],
  eligibility: [{ fact: 'points', atLeast: 1 }],
  service: { acceptDays: 1, decisionDays: 1, disburseDays: 2 },
  contact: '0512-12345',
  validFrom: date('2025-01-02'),
  validTo: date('2026-12-31'),
} as const satisfies Omit<Required<ProductTerms>, 'id'>;

test.each(Object.entries(changes))('%s tells two products apart', (field, value) => {
  expect(productDiffers(productTerms(), { ...productTerms(), [field]: value })).toBe(field);
});

test('the first field is named when several differ', () => {
  expect(productDiffers(productTerms(), { ...productTerms(), ...changes })).toBe('bank');
});

test('content is one in whatever order its keys stand', () => {
  const product = productTerms({ eligibility: [{ fact: 'points', atLeast: 600, atMost: 900 }] });
  const restored = Object.fromEntries(Object.entries(product).reverse());
  const eligibility = [{ atMost: 900, atLeast: 600, fact: 'points' }] as const;
  expect(productDiffers(product, { ...product, ...restored, eligibility })).toBeUndefined();
});

test('where a product stands is no difference of what is said of it', () => {
  expect(productDiffers(aProduct({ version: 2, status: 'suspended' }), aProduct())).toBeUndefined();
});
