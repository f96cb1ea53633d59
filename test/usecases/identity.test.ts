import { beforeEach, describe, expect, test } from 'vitest';
import type { IdentityAnswer } from '#domain/identity/identity';
import type { UnifiedCode } from '#domain/ids';
import { PUBLIC, SYSTEM } from '#domain/principal';
import { addDays, type BusinessDate, date } from '#domain/time';
import { join } from '#platform/join';
import { WANG } from '#test/support/a-person';
import { claimOf } from '#test/support/an-identity';
import { anEnterprise, aScore, CODE, needTerms, TODAY, unifiedCode } from '#test/support/builders';
import { memoryPorts } from '#test/support/memory-ports';
import { aBank, aFirm, anOfficer, OPERATOR } from '#test/support/principals';
import { done } from '#test/support/slice';

const OWNER = aFirm(CODE);
const STRANGER = aFirm(unifiedCode('91320508MA0000269X'));
const need = needTerms();
const VERIFIED: IdentityAnswer = { outcome: 'verified', provider: 'bureau', reference: 'r-1' };

let world: Awaited<ReturnType<typeof aWorld>>;
beforeEach(async () => {
  world = await aWorld();
});

async function aWorld() {
  const memory = memoryPorts();
  let today: BusinessDate = TODAY;
  let answers: IdentityAnswer[] = [];
  const asked: unknown[] = [];
  const ports = {
    ...memory.ports,
    today: () => today,
    identityProvider: {
      verify: async (claim: unknown) => {
        asked.push(claim);
        return answers.shift() ?? VERIFIED;
      },
    },
  };
  await ports.store.commit({
    changes: [
      { kind: 'enterprise', value: anEnterprise(), expected: 0 },
      { kind: 'score', value: aScore(), expected: 0 },
    ],
    events: [],
  });
  const platform = join(ports);
  return {
    platform,
    store: memory.store,
    asked,
    answer: (...next: IdentityAnswer[]) => {
      answers = next;
    },
    on: (day: BusinessDate) => {
      today = day;
    },
    verify: (told = {}, asker = OWNER) => platform.verifyIdentity(asker, claimOf(told)),
    moves: () => memory.store.events.filter(({ type }) => type === 'identity_moved'),
  };
}

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code;

describe('a real name', () => {
  test('is verified once, and the same again is answered alike', async () => {
    const first = await done(world.verify());
    const again = await done(world.verify());
    expect(first).toMatchObject({ created: true, value: { status: 'verified', role: 'owner' } });
    expect(again).toEqual({ ...first, created: false });
    expect([world.asked.length, world.moves().length]).toEqual([1, 1]);
  });

  test('verified stays as it is: other content is refused and named', async () => {
    await done(world.verify());
    expect(await world.verify({ name: '李四' })).toMatchObject({
      refusal: { code: 'identity_differs', field: 'name' },
    });
  });

  test('left open is asked for again under its reference, and then decided', async () => {
    world.answer({ outcome: 'pending', provider: 'bureau', reference: 'r-9' });
    expect((await done(world.verify())).value.status).toBe('requested');
    expect((await done(world.verify())).value.status).toBe('verified');
    expect(world.asked).toMatchObject([{}, { reference: 'r-9' }]);
    expect(world.asked[0]).not.toHaveProperty('reference');
  });

  test('rejected says why, and may be tried again', async () => {
    const no = { outcome: 'rejected', provider: 'bureau', reference: 'r-2' } as const;
    world.answer({ ...no, reasons: ['person_unknown'] }, { ...no, reasons: ['person_unknown'] });
    const rejected = await done(world.verify());
    expect(rejected.value).toMatchObject({ status: 'rejected', reasons: ['person_unknown'] });
    expect(await done(world.verify())).toEqual({ ...rejected, created: false });
    expect(world.moves()).toHaveLength(1);
    expect((await done(world.verify())).value.status).toBe('verified');
  });

  test('leaves nothing behind where the provider cannot be reached', async () => {
    world.answer({ outcome: 'unreachable' });
    expect(codeOf(await world.verify())).toBe('identity_provider_unreachable');
    expect(await world.store.get('identity', `${CODE}/${OWNER.id}`)).toBeUndefined();
    expect(world.moves()).toEqual([]);
    expect((await done(world.verify())).created).toBe(true);
  });

  test('asked for by many at the same moment is verified once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => world.verify()));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.created)).toHaveLength(1);
    expect(world.moves()).toHaveLength(1);
  });

  test('is of the asking person and firm alone: a foreign firm is as absent', async () => {
    expect(codeOf(await world.verify({}, STRANGER))).toBe('not_found');
    expect(codeOf(await world.verify({}, aBank()))).toBe('forbidden');
    const unknown = unifiedCode('91320508MA00004370');
    expect(codeOf(await world.verify({ code: unknown }, aFirm(unknown)))).toBe(
      'enterprise_unknown',
    );
  });

  test('is kept without its numbers, and told without them', async () => {
    const told = JSON.stringify(await done(world.verify()));
    const kept = JSON.stringify(await world.store.get('identity', `${CODE}/${OWNER.id}`));
    const events = JSON.stringify(world.store.events);
    for (const text of [told, kept, events])
      for (const number of [WANG.idNumber, WANG.phone]) expect(text).not.toContain(number);
    expect(kept).toContain('cipher');
    expect(told).not.toMatch(/cipher|hash/);
  });
});

describe('whoever is not verified', () => {
  const post = (code: UnifiedCode = CODE, asker = OWNER) =>
    world.platform.submitNeed(asker, { ...need, code });

  test('may look, but not post', async () => {
    expect(codeOf(await world.platform.readScore(OWNER, { code: CODE }))).toBe('ok');
    expect(await post()).toMatchObject({
      refusal: { code: 'identity_not_verified', actual: 'none' },
    });
    await done(world.verify());
    expect(codeOf(await post())).toBe('ok');
  });

  test.each(['requested', 'rejected'] as const)('but %s may not post either', async (status) => {
    const from = { provider: 'bureau', reference: 'r-3' };
    world.answer(
      status === 'requested'
        ? { outcome: 'pending', ...from }
        : { outcome: 'rejected', ...from, reasons: ['person_unknown'] },
    );
    await done(world.verify());
    expect(await post()).toMatchObject({
      refusal: { code: 'identity_not_verified', actual: status },
    });
  });

  test('is not helped by the verification of somebody else of the firm', async () => {
    await done(world.verify());
    expect(codeOf(await post(CODE, { ...OWNER, id: 'somebody-else' }))).toBe(
      'identity_not_verified',
    );
  });

  test('hears of a foreign firm only that there is none', async () => {
    expect(codeOf(await post(CODE, STRANGER))).toBe('enterprise_unknown');
  });

  test('files no case; the operator of the store is asked for no name', async () => {
    const filed = await world.platform.fileCase(OWNER, {
      id: 'case_one',
      kind: 'objection',
      code: CODE,
      record: `honour/${CODE}/x` as never,
      statement: 'x',
      evidence: [],
      promised: false,
    });
    expect(codeOf(filed)).toBe('identity_not_verified');
    expect(codeOf(await post(CODE, OPERATOR as never))).toBe('ok');
  });
});

describe('after its last day a verified identity', () => {
  const LAST = addDays(date('2027-03-02'), -1);

  test('counts no more, whether or not the sweep has come by, and is asked for anew', async () => {
    await done(world.verify());
    world.on(LAST);
    expect(
      codeOf(await world.platform.submitNeed(OWNER, { ...need, validTo: date('2027-12-31') })),
    ).toBe('ok');
    world.on(addDays(LAST, 1));
    expect(
      await world.platform.submitNeed(OWNER, {
        ...need,
        id: 'need_two',
        validTo: date('2027-12-31'),
      }),
    ).toMatchObject({ refusal: { code: 'identity_not_verified', actual: 'expired' } });
    const { items } = await done(world.platform.readIdentity(OWNER, { code: CODE, limit: 10 }));
    expect(items.map(({ status }) => status)).toEqual(['expired']);
    expect((await done(world.verify({ name: '李四' }))).value.status).toBe('verified');
  });

  test('is swept once', async () => {
    await done(world.verify());
    const sweep = async () => (await done(world.platform.expireIdentities(SYSTEM, {}))).expired;
    world.on(LAST);
    expect(await sweep()).toBe(0);
    world.on(addDays(LAST, 1));
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(world.moves().at(-1)).toMatchObject({ status: 'expired', person: OWNER.id });
  });
});

describe('the auditor', () => {
  const search = (asker = anOfficer('office.auditor'), told = {}) =>
    world.platform.searchIdentities(asker, {
      id: 'search_one',
      idNumber: WANG.idNumber,
      reason: '举报核查',
      ...told,
    });

  test('finds by its hash whose identities a number stands in, masked', async () => {
    await done(world.verify());
    const { items } = await done(search());
    expect(items).toMatchObject([{ code: CODE, person: OWNER.id }]);
    expect(JSON.stringify(items)).not.toContain(WANG.idNumber);
  });

  test('is audited with the reason, and without the number, each time', async () => {
    await done(search());
    await done(search(anOfficer('office.auditor'), { reason: `查 ${WANG.idNumber}` }));
    const searches = world.store.events.filter(({ type }) => type === 'identities_searched');
    expect(searches).toMatchObject([{ reason: '举报核查', found: 0 }, { found: 0 }]);
    expect(JSON.stringify(searches)).not.toContain(WANG.idNumber);
  });

  test('is the only one who may', async () => {
    for (const asker of [OWNER, aBank(), anOfficer('office.data'), PUBLIC])
      expect(codeOf(await search(asker))).not.toBe('ok');
  });
});
