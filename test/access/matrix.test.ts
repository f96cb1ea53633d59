import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type Action, policy } from '#domain/access/policy';
import { allRoles, type Principal, type Role } from '#domain/principal';
import { accept, type Command } from '#domain/refusal';
import { createApp } from '#functions/api/app';
import { operations } from '#functions/api/operations';
import { join } from '#platform/join';
import type { MemoryStore } from '#test/support/memory-store';
import { slicePorts } from '#test/support/slice';
import { requests } from './requests.ts';
import { ABSENT, aWorld, FOREIGN, OWN, personIn } from './world.ts';

/*
 * Every route × every role × {own, foreign, absent}, asked of the whole door over a city that has them all,
 * beside the golden matrix that people review; and every use-case × every role against the policy table.
 */

let world: MemoryStore;
beforeAll(async () => {
  world = await aWorld();
});

/** Our own functions come through no door. */
const askers = allRoles.filter((role) => !role.startsWith('system.')).map(askerIn);

function askerIn(role: Role): Principal {
  const [kind = ''] = role.split('.');
  const organisation = {
    firm: OWN.code,
    bank: OWN.bank,
    department: OWN.supplier,
    office: 'city',
    public: 'public',
  }[kind];
  return { kind, organisation, roles: [role], id: personIn(role) } as Principal;
}

const problem = z.object({ code: z.string() });

async function ask(
  asker: Principal,
  method: string,
  { path, body }: ReturnType<(typeof requests)[string]>,
) {
  const platform = join(slicePorts(world.copy()));
  const app = createApp(platform, { authenticate: async () => accept(asker) });
  const response = await app.request(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const told = response.ok ? '' : ` ${problem.parse(JSON.parse(text)).code}`;
  return {
    said: `${response.status}${told}`,
    text: text.replaceAll(/"(?:instance|detail)":"[^"]*"/g, ''),
  };
}

test('every route has its request here, and no request is left of a route that is gone', () => {
  expect(
    Object.keys(requests).toSorted(),
    'Give the route its row in test/access/requests.ts, and look at the golden matrix.',
  ).toEqual(operations.map(({ operationId }) => operationId).toSorted());
});

test('every route answers every role about its own, another’s and nobody’s thing as the reviewed matrix says', async () => {
  const sections: string[] = [];
  for (const { method, path, operationId } of operations) {
    const request = requests[operationId];
    if (!request) throw new Error(`${operationId} has no request`);
    const answers = new Map<string, string[]>();
    for (const asker of askers) {
      const said: string[] = [];
      for (const things of [OWN, FOREIGN, ABSENT])
        said.push((await ask(asker, method, request(things))).said);
      const same = new Set(said).size === 1 ? (said[0] ?? '') : said.join(' · ');
      answers.set(same, [...(answers.get(same) ?? []), asker.roles[0] ?? '']);
    }
    sections.push(
      `## ${method} ${path}`,
      '',
      ...[...answers].map(([said, roles]) => `- **${said}**: ${shortened(roles)}`),
      '',
    );
  }
  const text = [
    '# Who may see what',
    '',
    'What every route answers to every role about its own · another organisation’s · nobody’s thing; one answer where',
    'all three are the same. Made by `npm run generate` from requests to the whole door; reviewed as a diff.',
    '',
    ...sections,
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../golden/access.md');
}, 120_000);

/** `bank` where every role of the kind is there. */
function shortened(roles: readonly string[]): string {
  const kinds = Map.groupBy(roles, (role) => role.split('.')[0] ?? '');
  return [...kinds]
    .map(([kind, of]) => {
      const all = askers.filter((asker) => asker.kind === kind).length;
      return of.length === all ? kind : of.join(', ');
    })
    .join(', ');
}

test('another organisation’s thing answers a firm, a department and a bank as one that is not there', async () => {
  const reads = operations.filter(({ method, path }) => method === 'GET' && path.includes('{'));
  let compared = 0;
  for (const { operationId } of reads) {
    const request = requests[operationId];
    if (!request) continue;
    for (const asker of askers.filter(({ kind }) => ['firm', 'department'].includes(kind))) {
      const [foreign, absent] = [
        await ask(asker, 'GET', request(FOREIGN)),
        await ask(asker, 'GET', request(ABSENT)),
      ];
      if (foreign.said.startsWith('200')) continue;
      compared += 1;
      const told = (text: string) =>
        text
          .replaceAll(FOREIGN.code, '…')
          .replaceAll(ABSENT.code, '…')
          .replaceAll(/foreign|court|absent|nowhere/g, '…');
      expect(told(foreign.text), `${operationId} for ${asker.roles}`).toBe(told(absent.text));
    }
  }
  expect(compared).toBeGreaterThan(20);
}, 60_000);

test('every use-case has a row, and every row a use-case', () => {
  expect(Object.keys(join(slicePorts(world))).toSorted()).toEqual(Object.keys(policy).toSorted());
});

test('a role without a grant is refused by every use-case before anything is looked at', async () => {
  const untouched = new Proxy(
    {},
    {
      get: (_, name) => () => {
        throw new Error(`the store was asked to ${String(name)}`);
      },
    },
  );
  const platform = join({ ...slicePorts(world), store: untouched as MemoryStore });
  const everyone = allRoles
    .filter((role) => role !== 'system.operator')
    .map((role) => ({ ...askerIn(role), kind: role.split('.')[0] }) as Principal);
  let refused = 0;
  for (const action of Object.keys(policy) as Action[])
    for (const asker of everyone) {
      const grants: readonly string[] = policy[action].grants;
      const has = grants.some((grant) => {
        const [who] = grant.split(':');
        return who === asker.kind || who === asker.roles[0];
      });
      if (has) continue;
      const work = (platform as unknown as Record<Action, Command<unknown, unknown>>)[action];
      expect(await work(asker, untouched), `${action} for ${asker.roles}`).toMatchObject({
        ok: false,
        refusal: {
          code: asker.kind === 'public' ? 'sign_in_required' : 'forbidden',
          field: action,
        },
      });
      refused += 1;
    }
  expect(refused).toBeGreaterThan(500);
});
