import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '#adapters/system/digest';
import { artefactOf, type ConsentArtefact } from '#domain/consent/artefact';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { consentPurposeCodes } from '#domain/consent/purposes';
import { addDays } from '#domain/time';
import { CODE, NOW, TODAY } from '#test/support/builders';
import { someTerms } from '#test/support/consents';
import { aFirm } from '#test/support/principals';
import { testSigner } from '#test/support/test-signer';
import { canonicalConsent, signConsent } from '#usecases/sign-consent';

const world = { digest, signer: testSigner() };
const artefacts = fc
  .record({
    categories: fc.subarray([...dataCategoryIds], { minLength: 1 }),
    purpose: fc.constantFrom(...consentPurposeCodes),
    days: fc.nat({ max: 366 }),
    frequency: fc.record({
      reads: fc.integer({ min: 1, max: 1000 }),
      days: fc.integer({ min: 1, max: 366 }),
    }),
    dataLifeDays: fc.integer({ min: 1, max: 1827 }),
    requestedBy: fc.option(fc.string({ minLength: 1, maxLength: 40 }), { nil: undefined }),
  })
  .map(({ days, requestedBy, ...told }) =>
    artefactOf(someTerms({ ...told, validUntil: addDays(TODAY, days) }), {
      by: aFirm(CODE),
      at: NOW,
      requestedBy,
    }),
  );

const turned = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, turned(inner)]),
      );

test('whoever writes the keys in another order, down to the last, signs the same text', () => {
  fc.assert(
    fc.property(artefacts, (artefact) => {
      expect(canonicalConsent(turned(artefact) as ConsentArtefact)).toBe(
        canonicalConsent(artefact),
      );
      expect(JSON.parse(canonicalConsent(artefact))).toEqual(artefact);
    }),
  );
});

test('categories in another order, or twice, make no other artefact', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...dataCategoryIds), { minLength: 1 }), (categories) => {
      const of = (told: typeof categories) =>
        canonicalConsent(artefactOf(someTerms({ categories: told }), { by: aFirm(CODE), at: NOW }));
      expect(of([...categories, ...categories].reverse())).toBe(of(categories));
    }),
  );
});

test('an artefact changed by a single character has another hash, and its signature is not its own', async () => {
  await fc.assert(
    fc.asyncProperty(artefacts, fc.nat(), fc.nat({ max: 125 }), async (artefact, at, by) => {
      const { jws, hash } = await signConsent(world, artefact);
      const canonical = canonicalConsent(artefact);
      expect(await world.signer.verify(jws)).toBe(canonical);
      const bytes = Buffer.from(canonical);
      const place = at % bytes.length;
      bytes[place] = ((bytes[place] ?? 0) + 1 + by) % 127;
      expect(digest(bytes.toString())).not.toBe(hash);
      const [head, , signature] = jws.split('.');
      const forged = `${head}.${bytes.toString('base64url')}.${signature}`;
      expect(await world.signer.verify(forged)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});
