import { CompactSign, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { expect, test } from 'vitest';
import { addDays, type Instant } from '#domain/time';
import { join } from '#platform/join';
import { CODE, TODAY } from '#test/support/builders';
import { aWatchedCity, someTerms } from '#test/support/consents';
import { memoryStore } from '#test/support/memory-store';
import { aBank, aFirm, anOfficer } from '#test/support/principals';
import { done, OTHER_FIRM } from '#test/support/slice';
import { MAX_RENEWALS } from '#usecases/renew-consent';

const BANK = aBank();
const OTHER_BANK = aBank('bank.loan_officer', 'bank_other');
const FIRM = aFirm(CODE);
const ID = 'consent_tax';
const under = { consent: ID, purpose: 'credit_assessment' } as const;
const nextDay = addDays(TODAY, 1);

async function aCity() {
  const store = memoryStore();
  const city = await aWatchedCity(store);
  const { platform } = city;
  const notices = async (to: string) =>
    (await store.list('noticesTo', to, { limit: 50 })).items
      .map(({ value }) => value)
      .filter(({ consent }) => consent !== undefined)
      .map(({ kind, consent, on }) => `${kind} ${consent} ${on}`);
  const read = async (told: object = {}) => {
    const input = { code: CODE, limit: 10, categories: ['tax'], under, ...told } as const;
    const outcome = await platform.readRecords(BANK, input);
    return outcome.ok ? 'given' : outcome.refusal.code;
  };
  const codeOf = async (outcome: Promise<{ ok: boolean; refusal?: { code: string } }>) => {
    const told = await outcome;
    return told.ok ? 'done' : told.refusal?.code;
  };
  return { ...city, store, notices, read, codeOf };
}

test('a request waits for its firm; granted with the same terms it is read under, with others it is not', async () => {
  const { platform, notices, read, codeOf } = await aCity();
  const terms = someTerms();
  const first = await done(platform.requestConsent(BANK, terms));
  expect(first).toMatchObject({ created: true, value: { status: 'requested' } });
  expect(await done(platform.requestConsent(BANK, terms))).toMatchObject({ created: false });
  expect(await read()).toBe('consent_not_active');
  expect(await notices(`firm/${CODE}`)).toEqual([`consent_requested ${ID} 2026-04-01`]);
  const wider = { ...terms, categories: ['tax', 'score'] } as const;
  expect(await codeOf(platform.grantConsent(FIRM, wider))).toBe('consent_differs');
  const granted = await done(platform.grantConsent(FIRM, terms));
  expect(granted).toMatchObject({ created: false, value: { status: 'active' } });
  expect(await done(platform.grantConsent(FIRM, terms))).toEqual(granted);
  expect(await read()).toBe('given');
  expect(await notices('bank/bank_gusu')).toEqual([`consent_granted ${ID} 2027-03-02`]);
});

test('a firm says no once and for all; a bank asks for one purpose one question at a time', async () => {
  const { platform, codeOf, notices } = await aCity();
  await done(platform.requestConsent(BANK, someTerms()));
  const again = someTerms({ id: 'consent_again' });
  expect(await codeOf(platform.requestConsent(BANK, again))).toBe('consent_request_open');
  const other = { kind: 'bank', organisation: 'bank_other' } as const;
  await done(
    platform.requestConsent(OTHER_BANK, someTerms({ id: 'consent_other', recipient: other })),
  );
  expect(await codeOf(platform.declineConsent(FIRM, ID))).toBe('done');
  expect(await codeOf(platform.declineConsent(FIRM, ID))).toBe('done');
  expect(await codeOf(platform.grantConsent(FIRM, someTerms()))).toBe('consent_not_active');
  expect(await notices('bank/bank_gusu')).toEqual([`consent_declined ${ID} undefined`]);
  expect(await codeOf(platform.requestConsent(BANK, again))).toBe('done');
});

test('what is paused is not read, and is read again when it is resumed; each is told once', async () => {
  const { platform, read, notices } = await aCity();
  await done(platform.grantConsent(FIRM, someTerms()));
  for (const step of [
    'pauseConsent',
    'pauseConsent',
    'resumeConsent',
    'resumeConsent',
    'pauseConsent',
  ] as const)
    await done(platform[step](FIRM, ID));
  expect(await read()).toBe('consent_paused');
  await done(platform.resumeConsent(FIRM, ID));
  expect(await read()).toBe('given');
  const kinds = (await notices('bank/bank_gusu')).map((notice) => notice.split(' ')[0]);
  expect(kinds.sort()).toEqual([
    'consent_granted',
    'consent_paused',
    'consent_paused',
    'consent_resumed',
    'consent_resumed',
  ]);
});

test('a revocation stops the next read, says by when to delete, and ends what the bank still asks', async () => {
  const { platform, store, read, notices } = await aCity();
  await done(platform.grantConsent(FIRM, someTerms()));
  await done(platform.requestConsent(BANK, someTerms({ id: 'consent_next' })));
  const watch = { id: 'consent_watch', purpose: 'post_loan_monitoring' } as const;
  await done(platform.requestConsent(BANK, someTerms(watch)));
  expect(await read()).toBe('given');
  const before = store.events.length;
  const revoked = await done(platform.revokeConsent(FIRM, ID));
  expect(revoked).toMatchObject({
    status: 'revoked',
    ended: { on: TODAY, deleteBy: '2026-03-17' },
  });
  expect(await done(platform.revokeConsent(FIRM, ID))).toEqual(revoked);
  expect(await read()).toBe('consent_revoked');
  const state = async (id: 'consent_next' | 'consent_watch') =>
    (await done(platform.readConsent(FIRM, id))).value.status;
  expect([await state('consent_next'), await state('consent_watch')]).toEqual([
    'lapsed',
    'requested',
  ]);
  expect(await notices('bank/bank_gusu')).toEqual(
    expect.arrayContaining([
      `consent_revoked ${ID} 2026-03-17`,
      'consent_lapsed consent_next undefined',
    ]),
  );
  expect(store.events.slice(before).filter(({ type }) => type === 'consent_moved')).toMatchObject([
    { consent: ID, action: 'revoke', status: 'revoked' },
    { consent: 'consent_next', action: 'close', status: 'lapsed' },
  ]);
});

test('a renewal is signed anew and names what it renews; reads that count go on counting', async () => {
  const { platform, on, read, codeOf } = await aCity();
  await done(platform.grantConsent(FIRM, someTerms({ frequency: { reads: 1, days: 300 } })));
  const first = await done(platform.readReceipt(FIRM, ID));
  expect(await read()).toBe('given');
  on(addDays(TODAY, 100));
  const until = addDays(TODAY, 400);
  const renewed = await done(platform.renewConsent(FIRM, { id: ID, validUntil: until }));
  expect(renewed).toMatchObject({
    status: 'active',
    validUntil: until,
    renewals: 1,
    readsCounted: 1,
  });
  expect(await done(platform.renewConsent(FIRM, { id: ID, validUntil: until }))).toEqual(renewed);
  const second = await done(platform.readReceipt(BANK, ID));
  expect(second.artefact).toMatchObject({ renews: first.hash, validUntil: until });
  expect(second.earlier).toEqual([{ hash: first.hash, jws: first.jws }]);
  expect(await read()).toBe('consent_frequency');
  // A grant sent once more is still the same grant.
  const again = platform.grantConsent(FIRM, someTerms({ frequency: { reads: 1, days: 300 } }));
  expect((await done(again)).value).toEqual(renewed);
  await done(platform.pauseConsent(FIRM, ID));
  expect(await codeOf(platform.renewConsent(FIRM, { id: ID, validUntil: addDays(until, 1) }))).toBe(
    'consent_paused',
  );
});

test('an expired consent is renewed, a revoked one never; and not more often than is kept', async () => {
  const { platform, on, read, codeOf } = await aCity();
  await done(platform.grantConsent(FIRM, someTerms({ validUntil: TODAY })));
  on(nextDay);
  expect(await read()).toBe('consent_expired');
  const renew = (days: number) =>
    codeOf(platform.renewConsent(FIRM, { id: ID, validUntil: addDays(TODAY, days) }));
  expect(await renew(0)).toBe('valid_to_passed');
  expect(await renew(400)).toBe('out_of_range');
  for (let time = 1; time <= MAX_RENEWALS; time += 1) expect(await renew(time)).toBe('done');
  expect(await read()).toBe('given');
  expect(await renew(MAX_RENEWALS + 1)).toBe('out_of_range');
  await done(platform.revokeConsent(FIRM, ID));
  expect(await renew(5)).toBe('consent_revoked');
});

test('the sweep writes down once what is over, and nothing else, in stretches of any size', async () => {
  const { platform, store, on, notices } = await aCity();
  const system = {
    kind: 'system',
    organisation: 'system',
    roles: ['system.service'],
    id: 'x',
  } as const;
  const ids = Array.from({ length: 7 }, (_, at) => `consent_${at}` as const);
  for (const [at, id] of ids.entries())
    await done(platform.grantConsent(FIRM, someTerms({ id, validUntil: addDays(TODAY, at) })));
  await done(platform.requestConsent(BANK, someTerms({ purpose: 'renewal_assessment' })));
  const sweep = async (limit: number) => {
    let moved = 0;
    let after: string | undefined = '';
    for (let calls = 0; after !== undefined && calls < 20; calls += 1) {
      const told: { moved: number; next?: string } = await done(
        platform.expireConsents(system, { after, limit }),
      );
      moved += told.moved;
      after = told.next;
    }
    return moved;
  };
  expect(await sweep(2)).toBe(0);
  on(addDays(TODAY, 4));
  expect(await sweep(2)).toBe(4);
  expect(await sweep(100)).toBe(0);
  expect((await store.get('consent', 'consent_3'))?.value.status).toBe('expired');
  expect((await store.get('consent', 'consent_4'))?.value.status).toBe('active');
  on(addDays(TODAY, 31));
  const [one, two] = await Promise.all([sweep(3), sweep(3)]);
  expect(one + two).toBe(4); // Three consents and the request, whoever came first.
  expect((await store.get('consent', ID))?.value.status).toBe('lapsed');
  expect((await store.list('consentsDue', 'all', { limit: 10 })).items).toEqual([]);
  const told = await notices('bank/bank_gusu');
  expect(told.filter((notice) => notice.startsWith('consent_expired'))).toHaveLength(7);
  expect(told.filter((notice) => notice.startsWith('consent_lapsed'))).toHaveLength(1);
});

test('a receipt is proven with the public key alone; one byte of it changed, and it is not', async () => {
  const { ports } = await aCity();
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signer = {
    keyId: async () => 'key-of-2026',
    sign: (payload: string) =>
      new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: 'RS256', kid: 'key-of-2026' })
        .sign(privateKey),
    verify: async () => undefined,
  };
  const platform = join({ ...ports, signer });
  await done(platform.grantConsent(FIRM, someTerms({ categories: ['tax', 'score', 'tax'] })));
  const receipt = await done(platform.readReceipt(BANK, ID));
  const key = await importJWK(await exportJWK(publicKey), 'RS256');
  const { payload, protectedHeader } = await compactVerify(receipt.jws, key);
  expect(new TextDecoder().decode(payload)).toBe(receipt.canonical);
  expect(JSON.parse(receipt.canonical)).toEqual(receipt.artefact);
  expect(protectedHeader.kid).toBe(receipt.keyId);
  expect(receipt.hash).toBe(ports.digest(receipt.canonical));
  expect(receipt.artefact).toMatchObject({
    grantor: { code: CODE, person: FIRM.id },
    categories: ['score', 'tax'],
  });
  const [head, , signature] = receipt.jws.split('.');
  const forged = Buffer.from(receipt.canonical.replace('"reads":3', '"reads":9')).toString(
    'base64url',
  );
  await expect(compactVerify(`${head}.${forged}.${signature}`, key)).rejects.toThrow();
});

test('nobody but its two parties and the auditor hears that there is a consent', async () => {
  const { platform, codeOf } = await aCity();
  await done(platform.grantConsent(FIRM, someTerms()));
  for (const asker of [OTHER_BANK, aFirm(OTHER_FIRM)]) {
    expect(await codeOf(platform.readConsent(asker, ID))).toBe('not_found');
    expect(await codeOf(platform.readReceipt(asker, ID))).toBe('not_found');
  }
  for (const step of [
    'pauseConsent',
    'resumeConsent',
    'revokeConsent',
    'declineConsent',
  ] as const) {
    expect(await codeOf(platform[step](aFirm(OTHER_FIRM), ID))).toBe('not_found');
    expect(await codeOf(platform[step](BANK, ID))).toBe('forbidden');
    expect(await codeOf(platform[step](aFirm(CODE, 'firm.clerk'), ID))).toBe('forbidden');
  }
  const page = { limit: 10 } as const;
  const to = { kind: 'bank', organisation: 'bank_gusu' } as const;
  expect((await done(platform.listConsentsTo(BANK, { ...page, to }))).items).toHaveLength(1);
  expect(await codeOf(platform.listConsentsTo(OTHER_BANK, { ...page, to }))).toBe('not_found');
  const auditor = anOfficer('office.auditor');
  expect((await done(platform.listConsentsTo(auditor, { ...page, to }))).items).toHaveLength(1);
  expect(await codeOf(platform.listConsentsOfEnterprise(BANK, { ...page, code: CODE }))).toBe(
    'forbidden',
  );
  expect(
    (await done(platform.listConsentsOfEnterprise(FIRM, { ...page, code: CODE }))).items,
  ).toHaveLength(1);
  const taken = someTerms({ recipient: { kind: 'bank', organisation: 'bank_other' } });
  expect(await codeOf(platform.requestConsent(OTHER_BANK, taken))).toBe('id_taken');
  expect(await codeOf(platform.requestConsent(OTHER_BANK, someTerms({ id: 'consent_new' })))).toBe(
    'not_found',
  );
});

test('a consent revoked between the decision and the commit gives nothing', async () => {
  const store = memoryStore();
  let revoke = async () => {};
  const city = await aWatchedCity(store, [CODE], (inner) => ({
    ...inner,
    commit: async (commit) => {
      const isRead = commit.changes.some(({ kind }) => kind === 'access');
      const act = revoke;
      if (isRead) revoke = async () => {};
      if (isRead) await act();
      return inner.commit(commit);
    },
  }));
  await done(city.platform.grantConsent(FIRM, someTerms()));
  revoke = async () => {
    await done(city.platform.revokeConsent(FIRM, ID));
  };
  const outcome = await city.platform.readRecords(BANK, {
    code: CODE,
    limit: 10,
    categories: ['tax'],
    under,
  });
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'consent_revoked' } });
  const lines = await store.list('accessesOfEnterprise', CODE, { limit: 10 });
  expect(lines.items.map(({ value }) => value.result)).toEqual(['consent_revoked']);
});

test('the clock of the city may stand: the same moment counts for every read of it', async () => {
  const { read, set, platform } = await aCity();
  await done(platform.grantConsent(FIRM, someTerms()));
  const told: string[] = [];
  for (const instant of ['2026-03-02T01:00:00.000Z', '2026-03-02T00:00:00.000Z'] as Instant[]) {
    set(instant);
    told.push(await read(), await read());
  }
  expect(told).toEqual(['given', 'given', 'given', 'consent_frequency']);
});
