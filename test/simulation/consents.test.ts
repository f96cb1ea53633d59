import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Consent, ConsentStatus } from '#domain/consent/consent';
import { consentActions } from '#domain/consent/consent-actions';
import type { ConsentId } from '#domain/ids';
import { addDays, dateOf, type Instant, shiftDays } from '#domain/time';
import { CODE, NOW, TODAY } from '#test/support/builders';
import { aWatchedCity, someTerms } from '#test/support/consents';
import { memoryStore } from '#test/support/memory-store';
import { aBank, aFirm } from '#test/support/principals';
import { restless } from '#test/support/restless';

/*
 * Two banks and a firm do what they like with four consents, several things at once, while days pass and the
 * sweep comes when it comes. After every step: no consent has moved but along the table; what the ledger says was
 * given was given by a consent that stood at that moment, to its own bank, and never more often than agreed.
 */

const FIRM = aFirm(CODE);
const BANKS = [aBank(), aBank('bank.machine', 'bank_other')] as const;
const IDS = ['consent_a', 'consent_b', 'consent_c', 'consent_d'] as const satisfies ConsentId[];
const SYSTEM = {
  kind: 'system',
  organisation: 'system',
  roles: ['system.service'],
  id: 'sweep',
} as const;
const FREQUENCY = { reads: 2, days: 5 };

/** Each consent is some bank's: the first two of one, the others of the other. */
const bankOf = (id: ConsentId) => (id === 'consent_a' || id === 'consent_b' ? BANKS[0] : BANKS[1]);
const termsOf = (id: ConsentId) =>
  someTerms({
    id,
    recipient: { kind: 'bank', organisation: bankOf(id).organisation },
    purpose:
      id === 'consent_a' || id === 'consent_c' ? 'credit_assessment' : 'post_loan_monitoring',
    validUntil: addDays(TODAY, 12),
    frequency: FREQUENCY,
  });

type Act = { readonly does: string; readonly id: (typeof IDS)[number]; readonly own: boolean };
const act = fc.record({
  does: fc.constantFrom(
    ...['request', 'grant', 'grant', 'decline', 'pause', 'resume', 'revoke', 'renew', 'sweep'],
    ...['read', 'read', 'rush', 'rush', 'rush', 'readOther'],
  ),
  id: fc.constantFrom(...IDS),
  own: fc.constantFrom(true, true, true, true, false),
});
const steps = fc.array(
  fc.record({ acts: fc.array(act, { minLength: 1, maxLength: 5 }), hours: fc.nat({ max: 40 }) }),
  { minLength: 5, maxLength: 30 },
);

const pauses = fc.array(fc.nat({ max: 12 }), { minLength: 7, maxLength: 31 });

/** Where a table's row leads, and nowhere else; a grant unasked begins at once. */
const edges = new Set([
  ...Object.values(consentActions).flatMap(({ from, to }) => from.map((state) => `${state} ${to}`)),
  // What is over by its day is written down from the state that was written before.
  'active expired',
  'paused expired',
  'requested lapsed',
  'absent requested',
  'absent active',
]);

const stateOf = (consent: Consent | undefined): ConsentStatus | 'absent' =>
  consent?.status ?? 'absent';

type Script = readonly { readonly acts: readonly Act[]; readonly hours: number }[];

async function livesThrough(script: Script, pauses: readonly number[]) {
  const store = memoryStore();
  const { platform, set } = await aWatchedCity(store, [CODE], (same) => restless(same, pauses));
  let at: Instant = NOW;
  const kept = async () =>
    Promise.all(IDS.map(async (id) => (await store.get('consent', id))?.value));
  const given = new Map<string, Instant[]>();
  const run = async ({ does, id, own }: Act): Promise<void> => {
    const category = does === 'readOther' ? 'invoices' : 'tax';
    const { purpose } = termsOf(id);
    const asked = { code: CODE, limit: 5, categories: [category], under: { consent: id, purpose } };
    const acts: Readonly<Record<string, () => Promise<unknown>>> = {
      request: () => platform.requestConsent(bankOf(id), termsOf(id)),
      grant: () => platform.grantConsent(FIRM, termsOf(id)),
      decline: () => platform.declineConsent(FIRM, id),
      pause: () => platform.pauseConsent(FIRM, id),
      resume: () => platform.resumeConsent(FIRM, id),
      revoke: () => platform.revokeConsent(FIRM, id),
      renew: () => platform.renewConsent(FIRM, { id, validUntil: addDays(dateOf(at), 3) }),
      sweep: () => platform.expireConsents(SYSTEM, { after: '' }),
    };
    const other = acts[does];
    if (other) {
      const outcome = await other();
      expect(JSON.stringify(outcome)).not.toContain('"busy"');
      return;
    }
    const bank = own ? bankOf(id) : bankOf(id) === BANKS[0] ? BANKS[1] : BANKS[0];
    const read = async () => {
      const outcome = await platform.readRecords(bank, { ...asked, categories: [category] });
      if (!outcome.ok) return;
      expect([own, category]).toEqual([true, 'tax']);
      given.set(id, [...(given.get(id) ?? []), at]);
    };
    await Promise.all(Array.from({ length: does === 'rush' ? 4 : 1 }, read));
  };
  for (const { acts, hours } of script) {
    const before = await kept();
    await Promise.all(acts.map(run));
    const after = await kept();
    const lines = (await store.list('accessesOfEnterprise', CODE, { limit: 500 })).items;
    for (const [index, id] of IDS.entries()) {
      const [was, is] = [before[index], after[index]];
      // One act alone has moved along one edge of the table.
      if (acts.length === 1 && was?.moves !== is?.moves && is)
        expect(edges).toContain(`${stateOf(was)} ${stateOf(is)}`);
      const reads = given.get(id) ?? [];
      for (const end of reads)
        expect(
          reads.filter((one) => one > shiftDays(end, -FREQUENCY.days) && one <= end).length,
        ).toBeLessThanOrEqual(FREQUENCY.reads);
      // Nothing is given by what neither stood before this moment nor was granted in it.
      if (reads.includes(at)) {
        const could = [stateOf(was), stateOf(is), ...acts.map(({ does }) => does)];
        expect(could.some((one) => ['active', 'grant', 'resume', 'renew'].includes(one))).toBe(
          true,
        );
        expect(is?.signed?.artefact.validUntil.localeCompare(dateOf(at))).toBeGreaterThanOrEqual(0);
      }
      const told = lines.filter(
        ({ value }) => value.consent === id && value.result === 'given',
      ).length;
      expect(told).toBe(reads.length);
      if (was && ['revoked', 'declined'].includes(was.status)) expect(is?.status).toBe(was.status);
    }
    at = new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant;
    set(at);
  }
}

test('whatever banks and firms do, and whenever, a consent gives what was agreed and no more', async () => {
  await fc.assert(fc.asyncProperty(steps, pauses, livesThrough), { numRuns: 60 });
});
