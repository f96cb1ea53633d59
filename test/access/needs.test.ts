import { beforeAll, expect, test } from 'vitest';
import { type Principal, roles } from '#domain/principal';
import { accept } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { join } from '#platform/join';
import { needTerms } from '#test/support/builders';
import type { MemoryStore } from '#test/support/memory-store';
import { OPERATOR } from '#test/support/principals';
import { done, slicePorts } from '#test/support/slice';
import { aWorld, FOREIGN, OWN } from './world.ts';

/* What each bank role meets at the door of the needs, its own bank's and another's: the needs of the world go to one product each. */

let world: MemoryStore;
beforeAll(async () => {
  world = await aWorld();
  const platform = join(slicePorts(world));
  // The bank of OWN holds a consent of OWN's firm, and none of the other.
  for (const { name, code } of [OWN, FOREIGN])
    await done(
      platform.submitNeed(
        OPERATOR,
        needTerms({ id: `need_hidden-${name}`, code, visibility: 'anonymous' }),
      ),
    );
});

const bankers = roles.bank.map(
  (role): Principal => ({
    kind: 'bank',
    organisation: OWN.bank,
    roles: [`bank.${role}`],
    id: role,
  }),
);

async function ask(asker: Principal, path: string) {
  const app = createApp(join(slicePorts(world)), { authenticate: async () => accept(asker) });
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
}

test.each(bankers)(
  '$id: a need that goes to another bank is as one that is not there',
  async (asker) => {
    const foreign = await ask(asker, '/v1/needs/need_foreign');
    const absent = await ask(asker, '/v1/needs/need_absent');
    expect(foreign.status).toBe(404);
    expect(foreign.text.replaceAll('foreign', '…')).toBe(absent.text.replaceAll('absent', '…'));
    expect((await ask(asker, '/v1/needs/need_own')).status).toBe(200);
  },
);

test.each(bankers)(
  '$id: no list tells of another bank’s need, nor whose an anonymous one is',
  async (asker) => {
    const { text } = await ask(asker, '/v1/needs?limit=500');
    expect(text).toContain('"need_own"');
    expect(text).toContain('"need_hidden-foreign"');
    expect(text).not.toContain('"need_foreign"');
    expect(text).not.toContain(FOREIGN.code);
    const ofFirm = await ask(asker, `/v1/enterprises/${FOREIGN.code}/needs`);
    expect(JSON.parse(ofFirm.text).items).toEqual([]);
  },
);

test.each(bankers)(
  '$id: a consent of the firm shows whose its anonymous need is',
  async (asker) => {
    const hidden = await ask(asker, '/v1/needs/need_hidden-foreign');
    expect(hidden.status).toBe(200);
    expect(hidden.text).not.toContain(FOREIGN.code);
    expect((await ask(asker, '/v1/needs/need_hidden-own')).text).toContain(OWN.code);
  },
);

test.each(bankers)(
  '$id: terms of the past, matchings and questions are for the firm and the office',
  async (asker) => {
    for (const name of ['own', 'foreign', 'absent'])
      for (const part of ['editions', 'matches', 'question'])
        expect([name, part, (await ask(asker, `/v1/needs/need_${name}/${part}`)).status]).toEqual([
          name,
          part,
          403,
        ]);
  },
);
