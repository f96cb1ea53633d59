import { expect, test } from 'vitest';
import type { Consent } from '#domain/consent/consent';
import type { ConsentId } from '#domain/ids';
import { whyNotPosted } from '#domain/need/decide-posting';
import { MAX_OPEN_NEEDS } from '#domain/need/limits';
import type { Need, NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import { addDays } from '#domain/time';
import { aNeed, aProduct, needTerms, TODAY, unifiedCode } from '../../support/builders.ts';
import { aConsent } from '../../support/consents.ts';

const yesterday = addDays(TODAY, -1);
const tomorrow = addDays(TODAY, 1);

type Kept = {
  readonly consents?: readonly (Consent | undefined)[];
  readonly products?: readonly Product[];
  readonly needs?: readonly Need[];
};
const said = (told: Partial<NeedTerms>, kept: Kept = {}) => {
  const posting = { consents: [], products: [aProduct()], needs: [], ...kept, today: TODAY };
  const refusal = whyNotPosted(needTerms(told), posting);
  return refusal && `${refusal.code} ${refusal.field} ${refusal.actual}`;
};

const needs = (count: number, told: Partial<Need> = {}): Need[] =>
  Array.from({ length: count }, (_, index) => aNeed({ ...told, id: `need_${index}` }));

const consent: ConsentId = 'consent_tax';
const { validTo } = needTerms();

test.each<[string, Consent | undefined, string | undefined]>([
  ['none of that id', undefined, 'need_consent_unknown consents.0 consent_tax'],
  [
    "another firm's, of which nothing is told",
    aConsent({ code: unifiedCode('91110000600037341L'), status: 'revoked' }),
    'need_consent_unknown consents.0 consent_tax',
  ],
  [
    'asked for',
    aConsent({ status: 'requested' }),
    'need_consent_not_active consents.0 consent_tax requested',
  ],
  [
    'paused',
    aConsent({ status: 'paused' }),
    'need_consent_not_active consents.0 consent_tax paused',
  ],
  [
    'over by its day though nobody wrote it down',
    aConsent({ validFrom: yesterday, validUntil: yesterday }),
    'need_consent_not_active consents.0 consent_tax expired',
  ],
  [
    'not begun',
    aConsent({ validFrom: tomorrow }),
    `need_consent_not_active consents.0 consent_tax >= ${tomorrow}`,
  ],
  [
    'over before the need is',
    aConsent({ validUntil: addDays(validTo, -1) }),
    `need_consent_ends consents.0 consent_tax ${addDays(validTo, -1)}`,
  ],
  ['as long as the need', aConsent({ validUntil: validTo }), undefined],
])('a consent that is %s', (_, kept, expected) => {
  expect(said({ consents: [consent] }, { consents: [kept] })).toBe(expected);
});

test('the consent at fault is named by its place', () => {
  const named = { consents: [consent, 'consent_b'] } as const;
  expect(said(named, { consents: [aConsent(), undefined] })).toBe(
    'need_consent_unknown consents.1 consent_b',
  );
});

test.each<[Partial<Product>, string | undefined]>([
  [{}, undefined],
  [{ validFrom: TODAY, validTo: TODAY }, undefined],
  [{ status: 'suspended' }, 'not listed'],
  [{ status: 'draft' }, 'not listed'],
  [{ status: 'delisted' }, 'not listed'],
  [{ validFrom: tomorrow }, 'not listed'],
  [{ validTo: yesterday }, 'not listed'],
  [{ id: 'product_other', bank: { id: 'bank_other', name: '他行' } }, 'not listed'],
])('a need goes to a product and to banks that list today: %j', (told, expected) => {
  const kept = { products: [aProduct(told)] };
  expect(said({ audience: { to: 'product', product: 'product_quick' } }, kept)).toBe(
    expected && 'audience_not_listed audience.product product_quick',
  );
  expect(said({ audience: { to: 'banks', banks: ['bank_gusu'] } }, kept)).toBe(
    expected && 'audience_not_listed audience.banks.0 bank_gusu',
  );
  expect(said({ audience: { to: 'all' } }, kept)).toBeUndefined();
});

test('the bank that lists nothing is named by its place', () => {
  const audience = { to: 'banks', banks: ['bank_gusu', 'bank_gusv'] } as const;
  expect(said({ audience })).toBe('audience_not_listed audience.banks.1 bank_gusv');
});

test('of needs that are open a firm has so many; those that are over count nothing, nor the need itself', () => {
  const full = needs(MAX_OPEN_NEEDS);
  expect(said({}, { needs: full })).toBe(`needs_too_many code ${MAX_OPEN_NEEDS}`);
  expect(said({}, { needs: full.slice(1) })).toBeUndefined();
  expect(said({ id: 'need_0' }, { needs: full })).toBeUndefined();
  expect(said({}, { needs: needs(99, { status: 'withdrawn' }) })).toBeUndefined();
  expect(said({}, { needs: needs(99, { validTo: yesterday }) })).toBeUndefined();
});

test('what a consent lacks is told before whom the need reaches, and that before how many there are', () => {
  const all = {
    consents: [consent],
    audience: { to: 'product', product: 'product_none' },
  } as const;
  const full = { needs: needs(MAX_OPEN_NEEDS) };
  expect(said(all, { ...full, consents: [undefined] })).toMatch('need_consent_unknown');
  expect(said(all, { ...full, consents: [aConsent()] })).toMatch('audience_not_listed');
});
