import type { Consent, ConsentTerms } from '#domain/consent/consent';
import type { Principal } from '#domain/principal';
import { accept } from '#domain/refusal';
import { addDays, type BusinessDate, dateOf, type Instant } from '#domain/time';
import { createApp } from '#functions/api/app';
import { join } from '#platform/join';
import type { Ports, Store } from '#usecases/ports';
import { anIdentity } from './an-identity.ts';
import { CODE, NOW, TODAY, unifiedCode } from './builders.ts';
import { aFirm } from './principals.ts';
import { deliver, slicePorts } from './slice.ts';
import { testSigner } from './test-signer.ts';

/** Tax data for an assessment, three reads in ninety days, by bank_gusu, for the year from the builders' day on. */
export const someTerms = (told: Partial<ConsentTerms> = {}): ConsentTerms => ({
  id: 'consent_tax',
  code: CODE,
  recipient: { kind: 'bank', organisation: 'bank_gusu' },
  categories: ['tax'],
  purpose: 'credit_assessment',
  validFrom: TODAY,
  validUntil: addDays(TODAY, 365),
  frequency: { reads: 3, days: 90 },
  dataLifeDays: 180,
  ...told,
});

/** Granted and never read under; nobody has signed it. */
export const aConsent = (told: Partial<Consent> = {}): Consent => ({
  ...someTerms(),
  status: 'active',
  moves: 1,
  madeAt: NOW,
  earlier: [],
  reads: [],
  ...told,
});

/** As a client sends it. */
export const consentBody = (told: Partial<ConsentTerms> = {}) => {
  const { id: _, recipient, ...terms } = someTerms(told);
  return { ...terms, recipient: recipient.organisation };
};

/** One key for all cities of a test file: making one costs a tenth of a second. */
const signer = testSigner();

/** A platform over a store whose clock is turned by hand. Two firms have a registration, a tax grade and a penalty. */
export async function aWatchedCity(
  store: Store,
  firms: readonly string[] = [CODE],
  wrapped: (store: Store) => Store = (same) => same,
) {
  let at: Instant = NOW;
  const ports: Ports = {
    ...slicePorts(wrapped(store)),
    signer,
    now: () => at,
    today: () => dateOf(at),
  };
  const platform = join(ports);
  // Each firm's owner has been verified by their real name: nobody else may consent.
  for (const code of firms.map(unifiedCode))
    await store.commit({
      changes: [
        { kind: 'identity', value: anIdentity({ code, person: aFirm(code).id }), expected: 0 },
      ],
      events: [],
    });
  await deliver(
    platform,
    'enterprise-registration',
    firms.map((code) => ({ code, name: '禾木公司', established_on: '2012-05-08' })),
    'batch_register',
  );
  await deliver(
    platform,
    'tax-grade',
    firms.map((code) => ({ code, year: '2024', grade: 'A', published_on: '2025-04-20' })),
    'batch_tax',
  );
  await deliver(
    platform,
    'administrative-penalty',
    firms.map((code) => ({
      code,
      document_number: '1号',
      category: '吊销许可证',
      decided_on: '2026-01-15',
      authority: '市监局',
    })),
    'batch_penalties',
  );
  /** The door as somebody sees it. */
  const as = (asker: Principal) => {
    const app = createApp(platform, { authenticate: async () => accept(asker) });
    const send = (method: string) => async (path: string, body?: object) => {
      const response = await app.request(path, {
        method,
        ...(body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      return { status: response.status, body: await response.json() };
    };
    return { get: send('GET'), put: send('PUT') };
  };
  return {
    ports,
    platform,
    as,
    now: () => at,
    set: (instant: Instant) => {
      at = instant;
    },
    /** Noon in Shanghai. */
    on: (day: BusinessDate) => {
      at = `${day}T04:00:00.000Z` as Instant;
    },
  };
}
