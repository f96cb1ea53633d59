import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ConsentTerms } from '#domain/consent/consent';
import { addDays, type BusinessDate, type Instant } from '#domain/time';
import { shapes } from '#functions/api/shapes/shapes';
import { CODE, NOW, TODAY } from '#test/support/builders';
import { aWatchedCity, consentBody } from '#test/support/consents';
import { engineStore } from '#test/support/engine-store';
import { memoryStore } from '#test/support/memory-store';
import { aBank, aFirm, anOfficer } from '#test/support/principals';
import type { Store } from '#usecases/ports';

const page = z.object({
  items: z.array(z.looseObject({ catalogue: z.string() })),
  next: z.string().optional(),
});
const lines = z.object({ items: z.array(z.looseObject({ result: z.string() })) });
const tried = ({ status, body }: { status: number; body: unknown }) => ({
  status,
  code: z.object({ code: z.string().optional() }).parse(body).code ?? 'given',
});

const R = `/v1/enterprises/${CODE}/records`;
const tax = (consent: string, told = '') =>
  `${R}?category=tax&consent=${consent}&purpose=credit_assessment${told}`;

/*
 * The promise of consent, literally: a bank with a consent for tax data, for assessing credit, three reads in
 * ninety days, gets exactly that.
 */
describe.each([
  { name: 'memory', open: async () => ({ store: memoryStore() as Store, stop: async () => {} }) },
  { name: 'the engine', open: () => engineStore() },
])('over $name', ({ open }) => {
  let stop: () => Promise<void>;
  let city: Awaited<ReturnType<typeof aWatchedCity>>;
  const bank = () => city.as(aBank());
  const firm = () => city.as(aFirm(CODE));
  const back = () => city.set(NOW);
  const grant = async (id: ConsentTerms['id'], told: Partial<ConsentTerms> = {}) => {
    const granted = await firm().put(`/v1/consents/${id}/grant`, consentBody(told));
    expect([granted.status, granted.body]).toMatchObject([201, { status: 'active' }]);
  };
  const ledger = async () =>
    lines.parse((await firm().get(`/v1/enterprises/${CODE}/accesses?limit=500`)).body).items;

  beforeAll(async () => {
    const opened = await open();
    ({ stop } = opened);
    city = await aWatchedCity(opened.store);
  });
  afterAll(() => stop());

  test('three reads are given, of tax alone; the fourth says when the next will be', async () => {
    await grant('consent_three');
    for (let read = 0; read < 3; read += 1) {
      const { status, body } = await bank().get(tax('consent_three'));
      expect(status).toBe(200);
      expect(page.parse(body).items.map(({ catalogue }) => catalogue)).toEqual(['tax-grade']);
    }
    const fourth = await bank().get(tax('consent_three'));
    expect(tried(fourth)).toEqual({ status: 429, code: 'consent_frequency' });
    expect(fourth.body).toMatchObject({
      errors: [{ expected: '2026-05-31T01:00:00.000Z', actual: '3/90' }],
    });
  });

  test('the window rolls: ninety days later there is one more read, not a millisecond before', async () => {
    const [first, second] = ['2026-03-02T01:00:00.000Z', '2026-03-12T01:00:00.000Z'] as Instant[];
    await grant('consent_rolling', { frequency: { reads: 2, days: 90 } });
    const at = async (instant: string) => {
      city.set(instant as Instant);
      return tried(await bank().get(tax('consent_rolling'))).code;
    };
    expect([await at(first ?? ''), await at(second ?? '')]).toEqual(['given', 'given']);
    expect(await at('2026-05-31T00:59:59.999Z')).toBe('consent_frequency');
    expect(await at('2026-05-31T01:00:00.000Z')).toBe('given');
    expect(await at('2026-06-10T00:59:59.999Z')).toBe('consent_frequency');
    expect(await at('2026-06-10T01:00:00.000Z')).toBe('given');
    back();
  });

  test.each([
    [
      'another category',
      (id: string) => tax(id).replace('=tax', '=invoices'),
      403,
      'consent_category',
    ],
    [
      'one more category',
      (id: string) => tax(id).replace('=tax', '=tax,score'),
      403,
      'consent_category',
    ],
    ['no category', (id: string) => tax(id).replace('category=tax&', ''), 403, 'consent_category'],
    [
      'the score',
      (id: string) => tax(id).replace('/records?category=tax&', '/score?'),
      403,
      'consent_category',
    ],
    [
      'the firm itself',
      (id: string) => tax(id).replace('/records?category=tax&', '?'),
      403,
      'consent_category',
    ],
    [
      'another purpose',
      (id: string) => tax(id).replace('credit_a', 'guarantee_a'),
      403,
      'consent_purpose',
    ],
    ['no consent', () => `${R}?category=tax`, 403, 'consent_required'],
    ['half a consent', (id: string) => `${R}?category=tax&consent=${id}`, 422, 'required'],
    ['a consent that there is not', () => tax('consent_none'), 404, 'not_found'],
  ])('%s is refused and uses nothing up', async (what, path, status, code) => {
    const id = `consent_refused-${[...what].map((at) => at.codePointAt(0)).join('')}`.slice(0, 60);
    await grant(id as ConsentTerms['id'], { frequency: { reads: 1, days: 90 } });
    expect(tried(await bank().get(path(id)))).toEqual({ status, code });
    expect(tried(await bank().get(tax(id)))).toEqual({ status: 200, code: 'given' });
  });

  test('another bank hears of the consent as of none at all', async () => {
    await grant('consent_mine');
    const other = city.as(aBank('bank.loan_officer', 'bank_other'));
    const absent = await other.get(tax('consent_absent'));
    const foreign = await other.get(tax('consent_mine'));
    expect(tried(foreign)).toEqual({ status: 404, code: 'not_found' });
    const told = (body: unknown) =>
      JSON.stringify(body).replaceAll('consent_mine', 'consent_absent');
    expect(told(foreign.body)).toBe(told(absent.body));
    for (const path of ['/v1/consents/consent_mine', '/v1/consents/consent_mine/receipt'])
      expect(tried(await other.get(path))).toEqual({ status: 404, code: 'not_found' });
    expect((await other.get('/v1/consents')).body).toEqual({ items: [] });
  });

  test('another firm is not read under it', async () => {
    await grant('consent_subject');
    const path = tax('consent_subject').replace(CODE, '91320508MA0000269X');
    expect(tried(await bank().get(path))).toEqual({ status: 403, code: 'consent_subject_differs' });
  });

  test('its last day is given, the day after refused; before its first it is not yet valid', async () => {
    const day: BusinessDate = addDays(TODAY, 10);
    await grant('consent_short', { validFrom: addDays(TODAY, 1), validUntil: day });
    const read = async () => tried(await bank().get(tax('consent_short')));
    expect(await read()).toEqual({ status: 409, code: 'consent_not_yet_valid' });
    city.set(`${day}T15:59:59.999Z` as Instant);
    expect(await read()).toEqual({ status: 200, code: 'given' });
    city.set(`${day}T16:00:00.000Z` as Instant);
    expect(await read()).toEqual({ status: 409, code: 'consent_expired' });
    back();
  });

  test('the minute after the revocation is refused, and so is every way back', async () => {
    await grant('consent_revoked');
    const paths = ['revocation', 'resume', 'pause', 'decline'] as const;
    expect(tried(await bank().get(tax('consent_revoked'))).code).toBe('given');
    const revoked = await firm().put(`/v1/consents/consent_revoked/${paths[0]}`);
    expect(revoked).toMatchObject({ status: 200, body: { status: 'revoked' } });
    city.set('2026-03-02T01:01:00.000Z' as Instant);
    expect(tried(await bank().get(tax('consent_revoked')))).toEqual({
      status: 409,
      code: 'consent_revoked',
    });
    for (const path of paths.slice(1))
      expect(tried(await firm().put(`/v1/consents/consent_revoked/${path}`)).code).toBe(
        'consent_revoked',
      );
    back();
  });

  test('of fifty tries at once three are given, and each of the others is told why', async () => {
    await grant('consent_rush');
    const tries = await Promise.all(
      Array.from({ length: 50 }, async () => tried(await bank().get(tax('consent_rush')))),
    );
    const count = (code: string) => tries.filter((one) => one.code === code).length;
    expect([count('given'), count('consent_frequency')]).toEqual([3, 47]);
    const told = (await ledger())
      .filter(({ consent }) => consent === 'consent_rush')
      .map(({ result }) => result);
    expect(told).toHaveLength(50);
    expect(told.filter((result) => result === 'given')).toHaveLength(3);
    expect(told.filter((result) => result === 'consent_frequency')).toHaveLength(47);
  });

  test('whatever is under way at once, nothing is given that began after the revocation was answered', async () => {
    await grant('consent_race', { frequency: { reads: 1000, days: 1 } });
    let revoked = false;
    const reads = Array.from({ length: 25 }, async (_, index) => {
      for (let pause = 0; pause < index; pause += 1) await Promise.resolve();
      const wasRevoked = revoked;
      const { code } = tried(await bank().get(tax('consent_race')));
      return { wasRevoked, code };
    });
    const revocation = firm()
      .put('/v1/consents/consent_race/revocation')
      .then(({ status }) => {
        expect(status).toBe(200);
        revoked = true;
      });
    const told = await Promise.all(reads);
    await revocation;
    expect(told.filter(({ wasRevoked, code }) => wasRevoked && code === 'given')).toEqual([]);
    expect(new Set(told.map(({ code }) => code)).size).toBeLessThanOrEqual(2);
    expect(tried(await bank().get(tax('consent_race'))).code).toBe('consent_revoked');
  });

  test('the firm, the bank and the auditor read the same ledger, each their own part', async () => {
    const own = await ledger();
    expect(own.length).toBeGreaterThan(50);
    for (const line of own) expect(shapes.Access?.safeParse(line).error).toBeUndefined();
    const path = '/v1/accesses?limit=500';
    const banks = lines.parse((await bank().get(path)).body).items;
    expect(banks.every(({ reader }) => JSON.stringify(reader).includes('bank_gusu'))).toBe(true);
    const auditor = city.as(anOfficer('office.auditor'));
    const day = (query: string) => auditor.get(`${path}&on=${TODAY}&${query}`);
    const rush = lines.parse((await day('consent=consent_rush&result=given')).body).items;
    expect(rush.map(({ consent, result }) => [consent, result])).toEqual(
      Array(3).fill(['consent_rush', 'given']),
    );
    expect((await bank().get(`${path}&on=${TODAY}`)).status).toBe(403);
    expect((await auditor.get(`/v1/enterprises/${CODE}/accesses`)).status).toBe(200);
    expect((await bank().get(`/v1/enterprises/${CODE}/accesses`)).status).toBe(403);
    expect((await auditor.get('/v1/accesses?result=given')).status).toBe(422);
  });
});
